/**
 * The template of a milestone plan: the lines every network begins with, worded for its theme. The one place for them:
 * real networks and those of the demonstration are made from it.
 */
import type { MilestoneKind, MilestoneScope, Role } from '@hub/contracts';

export interface PlanLine {
  /** Its place in the plan, from 1. */
  number: number;
  kind: MilestoneKind;
  scope: MilestoneScope;
  names: { en: string; sv: string };
  /** The month it is due in, 1 = the start month. */
  month: number;
  /** Who brings it about. */
  ownerRole: Role;
}

interface Wording {
  en: string;
  sv: string;
}

/** What a plan calls its own matters: the workshops, what is tried and adopted, the question of the research. */
interface ThemeWords {
  firstWorkshop: Wording;
  tried: Wording;
  question: Wording;
  secondWorkshop: Wording;
  exchange: Wording;
  adopted: Wording;
  spread: Wording;
}

const ofAnyTheme: ThemeWords = {
  firstWorkshop: { en: 'who is reached, and who is not', sv: 'vilka vi når, och vilka vi inte når' },
  tried: { en: 'a new way of working', sv: 'ett nytt arbetssätt' },
  question: { en: 'what changes, and for whom?', sv: 'vad förändras, och för vem?' },
  secondWorkshop: { en: 'budgets that follow the goals', sv: 'budgetar som följer målen' },
  exchange: { en: 'partners compare what they tried', sv: 'parterna jämför vad de prövat' },
  adopted: { en: 'the new way of working', sv: 'det nya arbetssättet' },
  spread: { en: 'open day in both places', sv: 'öppet hus på båda orterna' },
};

/** By the theme's slug. */
const ofTheme: Record<string, ThemeWords> = {
  'human-rights': {
    firstWorkshop: {
      en: 'rights-based approach in daily services',
      sv: 'ett rättighetsbaserat arbetssätt i vardagen',
    },
    tried: { en: 'child-rights check before decisions', sv: 'barnrättsprövning inför beslut' },
    question: { en: 'does youth influence change decisions?', sv: 'ändrar ungas inflytande besluten?' },
    secondWorkshop: { en: 'budgeting with human rights', sv: 'att budgetera utifrån mänskliga rättigheter' },
    exchange: { en: 'youth councils compare rules', sv: 'ungdomsråd jämför sina regler' },
    adopted: { en: 'youth-council bylaw', sv: 'stadga för ungdomsrådet' },
    spread: { en: 'open day in both towns', sv: 'öppet hus i båda städerna' },
  },
  'equitable-health': {
    firstWorkshop: {
      en: 'who does not reach the clinic, and why',
      sv: 'vilka som inte når vården, och varför',
    },
    tried: { en: 'patient feedback loop', sv: 'återkoppling från patienter' },
    question: { en: 'measuring equity with little data', sv: 'att mäta jämlikhet med få uppgifter' },
    secondWorkshop: {
      en: 'prevention and community health workers',
      sv: 'förebyggande arbete och lokala hälsoarbetare',
    },
    exchange: { en: 'two counties exchange referral routines', sv: 'två län utbyter rutiner för remisser' },
    adopted: { en: 'equity indicators in the health plan', sv: 'mått på jämlikhet i hälsoplanen' },
    spread: { en: 'regional health forum', sv: 'regionalt hälsoforum' },
  },
  'gender-equality': {
    firstWorkshop: { en: 'power and representation mapping', sv: 'kartläggning av makt och representation' },
    tried: { en: 'gender analysis of one service', sv: 'jämställdhetsanalys av en verksamhet' },
    question: { en: 'what makes quotas work locally', sv: 'vad som får kvotering att fungera lokalt' },
    secondWorkshop: { en: 'gender-responsive budgeting', sv: 'jämställdhetsbudgetering' },
    exchange: { en: "women's councils meet across the border", sv: 'kvinnoråd möts över gränsen' },
    adopted: { en: 'action plan against violence', sv: 'handlingsplan mot våld' },
    spread: { en: "mayors' round table", sv: 'rundabordssamtal med borgmästare' },
  },
  'climate-action': {
    firstWorkshop: { en: 'risk maps made with residents', sv: 'riskkartor gjorda med invånarna' },
    tried: { en: 'youth climate panel', sv: 'klimatpanel med unga' },
    question: { en: 'participation in adaptation planning', sv: 'delaktighet i planer för klimatanpassning' },
    secondWorkshop: { en: 'access to climate finance', sv: 'vägar till klimatfinansiering' },
    exchange: { en: 'waste and water dialogues', sv: 'samtal om avfall och vatten' },
    adopted: { en: 'local climate action plan', sv: 'lokal klimathandlingsplan' },
    spread: { en: 'toolkit launch', sv: 'lansering av verktygslåda' },
  },
};

type Line = [month: number, kind: MilestoneKind, scope: MilestoneScope, ownerRole: Role, en: string, sv: string];

const lines = (words: ThemeWords): Line[] => {
  const { firstWorkshop, tried, question, secondWorkshop, exchange, adopted, spread } = words;
  const network = 'project_coordinator';
  const coordinator = 'partnership_coordinator';
  const manager = 'project_manager';
  return [
    [1, 'launch', 'network', network, 'Network opened, members confirmed', 'Nätverket startat, medlemmarna bekräftade'],
    [2, 'network_event', 'network', network, 'Kick-off conference', 'Uppstartskonferens'],
    [3, 'agreement', 'partnership', coordinator, 'Cooperation agreement signed', 'Samarbetsavtal undertecknat'],
    [
      3,
      'governance',
      'partnership',
      coordinator,
      'Inception team named: two politicians and two officials a side',
      'Förberedelseteam utsett: två förtroendevalda och två tjänstepersoner från varje part',
    ],
    [4, 'training', 'network', network, "Module 1: the steering group's role", 'Modul 1: styrgruppens roll'],
    [
      6,
      'training',
      'network',
      network,
      'Module 2: mapping our work to the Global Goals',
      'Modul 2: vårt arbete och de globala målen',
    ],
    [
      7,
      'planning',
      'partnership',
      manager,
      'Problem tree and stakeholder analysis done',
      'Problemträd och intressentanalys klara',
    ],
    [
      8,
      'training',
      'network',
      network,
      'Module 3: rights and democracy dilemmas',
      'Modul 3: dilemman om rättigheter och demokrati',
    ],
    [
      9,
      'application',
      'partnership',
      coordinator,
      'Project and steering-group application sent',
      'Ansökan om projekt och styrgrupp inskickad',
    ],
    [12, 'report', 'partnership', coordinator, 'Inception report sent', 'Redovisning av förberedelsen inskickad'],
    [12, 'decision', 'partnership', coordinator, 'Grant decision and agreement', 'Beslut om bidrag och avtal'],
    [
      13,
      'baseline',
      'partnership',
      manager,
      'Project start, readiness baseline recorded',
      'Projektstart, utgångsläget för beredskapen dokumenterat',
    ],
    [
      16,
      'workshop',
      'network',
      network,
      `Network workshop 1 in the partner region: ${firstWorkshop.en}`,
      `Nätverksträff 1 i partnerregionen: ${firstWorkshop.sv}`,
    ],
    [
      18,
      'steering',
      'partnership',
      'politician',
      'Steering group meets: goals and risks',
      'Styrgruppen möts: mål och risker',
    ],
    [20, 'deliverable', 'partnership', manager, `Tried out: ${tried.en}`, `Utprovat: ${tried.sv}`],
    [
      22,
      'research',
      'network',
      'research_advisor',
      `Research clinic and brief: ${question.en}`,
      `Forskarträff och sammanfattning: ${question.sv}`,
    ],
    [26, 'report', 'partnership', coordinator, 'Annual report 1', 'Årsredovisning 1'],
    [
      28,
      'workshop',
      'network',
      network,
      `Network workshop 2 in Sweden: ${secondWorkshop.en}`,
      `Nätverksträff 2 i Sverige: ${secondWorkshop.sv}`,
    ],
    [30, 'review', 'partnership', manager, 'Midterm review', 'Halvtidsavstämning'],
    [33, 'exchange', 'network', network, `South–south exchange: ${exchange.en}`, `Syd–syd-utbyte: ${exchange.sv}`],
    [
      36,
      'deliverable',
      'partnership',
      'politician',
      `Adopted by council: ${adopted.en}`,
      `Antaget av fullmäktige: ${adopted.sv}`,
    ],
    [38, 'report', 'partnership', coordinator, 'Annual report 2', 'Årsredovisning 2'],
    [45, 'dissemination', 'partnership', coordinator, `Dissemination event: ${spread.en}`, `Spridning: ${spread.sv}`],
    [46, 'network_event', 'network', network, 'Final network conference', 'Avslutande nätverkskonferens'],
    [
      50,
      'report',
      'partnership',
      coordinator,
      'Final report with endline and audit certificate',
      'Slutredovisning med slutmätning och revisionsintyg',
    ],
  ];
};

/** The lines of a plan in their order. A theme without words of its own gets those of any. */
export function planLines(theme: string): PlanLine[] {
  return lines(ofTheme[theme] ?? ofAnyTheme).map(([month, kind, scope, ownerRole, en, sv], n) => ({
    number: n + 1,
    kind,
    scope,
    names: { en, sv },
    month,
    ownerRole,
  }));
}
