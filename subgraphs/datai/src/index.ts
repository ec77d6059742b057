import { defineStreet } from '@mtg/street';
import { profile } from './profile';

export const definition = defineStreet(profile);
export { profile };
