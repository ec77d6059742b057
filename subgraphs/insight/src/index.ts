export { insightSdl } from './graph/sdl/insight-sdl';
