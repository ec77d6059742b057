import type { Bilingual } from '../../bilingual';
import { BodyKind } from '../../vocabulary/bodies';
import { defineMachine, statesOf, type StateMachine, type StateOf, type Transition } from '../state-machine';

/** Parties that perform each transition of an appointment (R32). */
interface AppointmentAuthorities {
  readonly nominates: Transition<string>['authority'];
  readonly reviews: Transition<string>['authority'];
  readonly appoints: Transition<string>['authority'];
}

/** Appointment to a body of the street: the district reviews and appoints. */
export const streetAppointmentMachine = appointmentMachine(
  'streetAppointment',
  { zh: '大工委、地管会成员任命', en: 'appointment to a body of the street' },
  { nominates: 'STREET', reviews: 'ORGANIZATION_DEPARTMENT', appoints: 'DISTRICT_PARTY_COMMITTEE' },
);

/** Appointment to a body of a community: the street reviews and appoints. */
export const communityAppointmentMachine = appointmentMachine(
  'communityAppointment',
  { zh: '社区大党委委员任命', en: 'appointment to a body of a community' },
  {
    nominates: 'COMMUNITY_PARTY_ORGANIZATION',
    reviews: 'STREET_ORGANIZATION_SECTION',
    appoints: 'WORKING_COMMITTEE',
  },
);

/** The machine of each body kind. */
export const APPOINTMENT_MACHINES: Readonly<Record<BodyKind, StateMachine<AppointmentState>>> = {
  [BodyKind.ENLARGED_WORKING_COMMITTEE]: streetAppointmentMachine,
  [BodyKind.AREA_MANAGEMENT_COMMITTEE]: streetAppointmentMachine,
  [BodyKind.ENLARGED_COMMUNITY_PARTY_COMMITTEE]: communityAppointmentMachine,
};

export const AppointmentState = statesOf(streetAppointmentMachine);
/** Both machines have the same states; they differ by who takes the steps. */
export type AppointmentState = StateOf<typeof streetAppointmentMachine>;

function appointmentMachine(
  name: string,
  title: Bilingual,
  { nominates, reviews, appoints }: AppointmentAuthorities,
) {
  return defineMachine({
    name,
    title,
    rule: 'R32',
    states: {
      NOMINATED: { label: { zh: '已提名', en: 'nominated' } },
      REVIEWED: { label: { zh: '审核通过', en: 'reviewed' } },
      APPOINTED: { label: { zh: '已任命', en: 'appointed' } },
      REVIEW_REJECTED: { label: { zh: '审核未通过', en: 'rejected in review' }, terminal: true },
      WITHDRAWN: { label: { zh: '提名已撤回', en: 'withdrawn' }, terminal: true },
      ENDED: { label: { zh: '已卸任', en: 'ended' }, terminal: true },
    },
    creation: {
      commands: ['nominateMember'],
      to: 'NOMINATED',
      authority: nominates,
    },
    transitions: [
      {
        command: 'reviewNomination',
        from: ['NOMINATED'],
        to: [
          { to: 'REVIEWED', when: { zh: '审核通过', en: 'passed' } },
          { to: 'REVIEW_REJECTED', when: { zh: '审核未通过', en: 'not passed' } },
        ],
        authority: reviews,
      },
      {
        command: 'appointMember',
        from: ['REVIEWED'],
        to: 'APPOINTED',
        authority: appoints,
      },
      {
        command: 'withdrawNomination',
        from: ['NOMINATED', 'REVIEWED'],
        to: 'WITHDRAWN',
        authority: nominates,
      },
      {
        command: 'endMembership',
        from: ['APPOINTED'],
        to: 'ENDED',
        authority: appoints,
      },
    ],
    notes: [
      {
        zh: '原文没有写任期和免职程序：卸任由任命机关作出，不设任期。',
        en: 'The study defines no term of office and no dismissal procedure. The appointing authority ends a membership, and no term is set.',
      },
    ],
  });
}
