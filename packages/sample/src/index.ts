/** A made-up year of work in a street, kept to the same rules as the real one, marked and removable. */
export { loadDistrictSample, removeDistrictSample } from './district/load-district';
export { generateSample } from './generate';
export { hasSample, loadSample } from './load';
export type { LoadContext } from './load-context';
export { removeSample } from './remove';
export { SampleBreaksRule } from './rules';
export { SampleRefused } from './sample-refused';
export { SCALES, type SampleSettings, type Scale } from './settings';
