/** Prints what a PDF says, as JSON: pages with their size, texts with their places in millimetres, and fonts that are embedded. */
import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';

const MM = 25.4 / 72;
const document = await getDocumentProxy(new Uint8Array(readFileSync(0)), { verbosity: 0 });
const pages = [];
for (let number = 1; number <= document.numPages; number += 1) {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  pages.push({
    width: width * MM,
    height: height * MM,
    texts: items
      .filter(({ str }) => str.trim() !== '')
      .map(({ str, transform, width: long }) => ({
        text: str,
        size: transform[0],
        left: transform[4] * MM,
        right: (transform[4] + long) * MM,
        baseline: (height - transform[5]) * MM,
      })),
  });
}
process.stdout.write(JSON.stringify(pages));
