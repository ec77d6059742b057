import { datasets } from '../../../../tests/support/bi-database';
import { csdlJson } from './csdl-json';
import { csdlXml } from './csdl-xml';
import { typeName } from './edm';

/** An element of a document, as far as the test looks into it. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
}

const TAG = /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#10);[^"<&]*)*")*)\s*(\/?)>|([^<]+)/gy;

/** Reads XML of elements, attributes and texts, and refuses what is not well-formed. */
function parse(xml: string): Element {
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
  expect(xml.startsWith(declaration)).toBe(true);
  const root: Element = { name: '', attributes: {}, children: [] };
  const open: Element[] = [root];
  const body = xml.slice(declaration.length);
  let end = 0;
  for (const match of body.matchAll(TAG)) {
    end = match.index + match[0].length;
    const [, closing, name = '', attributes = '', alone] = match;
    if (name === '') continue;
    if (closing) {
      expect(open.pop()?.name).toBe(name);
      continue;
    }
    const given = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      value,
    ]);
    expect(new Set(given.map(([key]) => key)).size).toBe(given.length);
    const element = { name, attributes: Object.fromEntries(given) as Record<string, string>, children: [] };
    open.at(-1)?.children.push(element);
    if (!alone) open.push(element);
  }
  expect([end, open]).toEqual([body.length, [root]]);
  return root;
}

const all = (of: Element, name: string): readonly Element[] =>
  of.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);

const SIMPLE = /^Edm\.(String|Guid|Boolean|Int32|Int64|Double|Date|DateTimeOffset)$/;

const document = parse(csdlXml(datasets, '4.01'));

test('every entity type has a key, and every property a type of one value', () => {
  const types = all(document, 'EntityType');
  expect(types).toHaveLength(datasets.length);
  for (const type of types) {
    const properties = all(type, 'Property').map(({ attributes }) => attributes);
    for (const { Type } of properties) expect(Type).toMatch(SIMPLE);
    const keys = all(type, 'PropertyRef').map(({ attributes }) => attributes['Name']);
    expect(keys).toEqual(['street', 'id']);
    for (const key of keys) {
      expect(properties.find(({ Name }) => Name === key)?.['Nullable']).toBe('false');
    }
  }
});

test('every entity set is of a type that is there, once', () => {
  const types = all(document, 'EntityType').map(({ attributes }) => `bi.${attributes['Name']}`);
  expect(new Set(types).size).toBe(types.length);
  expect(all(document, 'EntitySet').map(({ attributes }) => attributes['EntityType'])).toEqual(
    datasets.map(typeName),
  );
  expect(types).toEqual(datasets.map(typeName));
});

test('every property is labelled in Chinese and English and described, Chinese first', () => {
  for (const property of all(document, 'Property')) {
    const annotations = property.children.map(({ attributes }) => attributes);
    expect(annotations.filter(({ Term }) => Term === 'com.sap.vocabularies.Common.v1.Label')).toHaveLength(2);
    const description = annotations.find(({ Term }) => Term === 'Org.OData.Core.V1.Description')?.['String'];
    expect(description).toMatch(/^[^·]*\p{Script=Han}[^·]* · /u);
  }
});

test('terms have their full names, and nothing else has to be loaded', () => {
  for (const { attributes } of all(document, 'Annotation')) {
    expect(attributes['Term']).toMatch(/^(Org\.OData\.\w+\.V1|com\.sap\.vocabularies\.\w+\.v1)\.\w+$/);
  }
  expect(all(document, 'edmx:Reference')).toEqual([]);
});

test('the metadata as JSON says the same', () => {
  const read = JSON.parse(csdlJson(datasets)) as {
    readonly $EntityContainer: string;
    readonly bi: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  };
  expect(read.$EntityContainer).toBe('bi.Container');
  for (const dataset of datasets) {
    const type = read.bi[typeName(dataset).slice('bi.'.length)] ?? {};
    expect(type['$Key']).toEqual(['street', 'id']);
    for (const { name } of dataset.columns) {
      expect(type[name]).toMatchObject({ $Type: expect.stringMatching(SIMPLE) as unknown });
    }
  }
});
