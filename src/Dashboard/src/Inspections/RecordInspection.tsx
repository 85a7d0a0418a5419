import { useCallback, useEffect, useRef, useState } from 'react';
import { Alert, Button, DatePicker, Form, Input, Modal, Radio, Select, Switch } from 'antd';
import { CameraOutlined, CloseOutlined } from '@ant-design/icons';
import dayjs from 'dayjs';
import { useNavigate, useParams } from 'react-router';
import { useClient } from 'urql';
import { newId } from '../app/api';
import { LocalPicture } from '../Attachments/Attached';
import { captureOf, heldNow, placeOfDevice, readerAtHand } from '../Attachments/capture';
import { PickFiles } from '../Attachments/PickFiles';
import { graphql } from '../app/graphql';
import { nameOfParty } from '../Dens/party';
import { useWords } from '../app/language';
import { useOnline } from '../app/live';
import { useKeptQuery } from '../app/query';
import { useSession } from '../app/session';
import { Card } from '../parts/Card';
import { consequences } from '../parts/consequences';
import { fieldOf, placeOf } from '../parts/formProblems';
import { keptBy } from '../parts/kept';
import { useMarks } from '../parts/marks';
import { Page } from '../parts/Page';
import { ProblemSummary, type Problems } from '../parts/Problems';
import { Standing } from '../parts/Standing';
import { inspectionPath } from './path';
import { useTerms } from '../parts/Term';
import { dayOf, timeOf } from '../parts/time';
import { StaffMultiSelect } from '../Accounts/StaffSelect';
import { useOfficersAtHand } from '../Accounts/staff';
import { partWords } from '../parts/words';
import { useSectionsAtHand } from '../Sections/sectionNames';
import { useLanguage } from '../app/language';
import { checklist, type Area } from './checklist';
import { draftOf, keep, onDrafts, remove, type Draft, type Finding, type Photo } from './drafts';
import { fieldworkFields, fieldworkKey } from './fieldwork';
import { OnTheSpot } from './OnTheSpot';
import { answered, onSent, sendQueued } from './outbox';
import { chineseTerm, items, restConforms, resultOf, signedContent, summaryOf } from './proposals';
import { Signature } from './Signature';
import { inspectionWords } from './words';
import lengths from '../../generated/lengths.json';

const planned = graphql(`query InspectionToRecord($number: String!) { inspection(number: $number) { ...FieldworkFields } }`, [
  fieldworkFields,
]);

const officersAtLeast = 2;

// How long after it was taken a photo still shows where the device is, in milliseconds.
const justTaken = 5 * 60 * 1000;

/** Whether an officer agreed, the last time, that photos say where they were taken. */
const placeAgreed = (userName: string) => keptBy(userName, 'photo-place', false);

/** The control of a field of the record; an item of the checklist has one of its own. */
const controlOf = (field: string) => `record-${field}`;

/** What keeps a draft from being sent yet, by the field that it is about. The server asks the same and more. */
function gapsIn(draft: Draft, words: (typeof inspectionWords)['zh'], itemName: (item: string) => string): Map<string, string> {
  const gaps = new Map<string, string>();
  const { signature } = draft;
  if (draft.result !== 'PRODUCTION_STOPPED')
    for (const item of items) if (!draft.findings[item]?.result) gaps.set(item, words.missingItem(itemName(item)));
  if (!draft.result) gaps.set('result', words.resultMissing);
  if (draft.result === 'CASE' && !draft.violation && !draft.caseNumber?.trim()) gaps.set('violation', words.violationMissing);
  if (!draft.summary.trim()) gaps.set('summary', words.summaryMissing);
  if (draft.officers.length < officersAtLeast) gaps.set('officers', words.officersTwo);
  // A record is signed, or says why not (程序规定 第二十九条): it cannot be added once it is sent.
  if (!signature) gaps.set('signature', words.signatureMissing);
  if (signature?.outcome === 'SIGNED' && signature.over !== signedContent(draft, draft.summary))
    gaps.set('signature', words.signatureStale);
  if (signature && signature.outcome !== 'SIGNED' && !signature.reason?.trim()) gaps.set('signature.reason', words.signatureReasonMissing);
  return gaps;
}

/** What the server's refusal is about, among the fields of the record and the items of the checklist; of the whole checklist its first item. */
const refusedField = (refusal: NonNullable<Draft['refusals']>[number], draft: Draft) => {
  const part = placeOf(refusal.field);
  // A refusal is forgotten with the first change, so the draft is still what was sent.
  if (part?.list === 'findings') return answered(draft)[part.place]?.[0];
  const field = fieldOf({ code: '', ...refusal }, [
    'result',
    'violation',
    'caseNumber',
    'leadTo',
    'summary',
    'officers',
    'inspectedOn',
    'findings',
    'signature',
  ]);
  return field === 'findings' ? items[0] : field;
};

export default function RecordInspection() {
  const words = useWords(inspectionWords);
  const part = useWords(partWords);
  const { language } = useLanguage();
  const { me, now, unheardSince } = useSession();
  const client = useClient();
  const navigate = useNavigate();
  const results = useTerms('InspectionResult');
  const violations = useTerms('ViolationKind');
  const number = useParams().number ?? '';
  const { data, error, fetching, readAt } = useKeptQuery(fieldworkKey(number), planned, { number });
  const one = data?.inspection;
  const [draft, setDraft] = useState<Draft | null>(null);
  // What was typed last, known before the page is drawn again: two answers in quick succession must both count.
  const latest = useRef<Draft | null>(null);
  const captures = useRef<Promise<unknown>>(Promise.resolve());
  const [savedAt, setSavedAt] = useState('');
  const [isKept, setIsKept] = useState(true);
  const [tried, setTried] = useState(false);
  const [reading, setReading] = useState(false);
  const [problems, setProblems] = useState<Problems | null>(null);
  const areas = useTerms('InspectionArea');
  const checks = useTerms('ChecklistItem');
  const [discarding, setDiscarding] = useState(false);
  const online = useOnline();
  const officersAtHand = useOfficersAtHand();
  useSectionsAtHand();
  useEffect(readerAtHand, []);

  const show = useCallback((shown: Draft) => {
    latest.current = shown;
    setDraft(shown);
    setSavedAt(shown.savedAt);
  }, []);

  useEffect(() => {
    const begin = (kept?: Draft) =>
      latest.current ??
      ((kept || one) &&
        show(
          kept ?? {
            number,
            userName: me.userName,
            commandId: newId(),
            checklistVersion: 2,
            savedAt: '',
            queued: false,
            findings: {},
            photos: [],
            summary: '',
            officers: [...one!.officerNames],
            inspectedOn: dayOf(now()),
            withPlace: placeAgreed(me.userName).read(),
          },
        ));
    // A draft opens whether or not its inspection can be read; a new one needs to know who goes.
    draftOf(me.userName, number).then(begin, () => {
      setIsKept(false);
      begin();
    });
  }, [one, number, me.userName, now, show]);

  const marks = useMarks();
  const change = useCallback((changed: Partial<Draft>) => {
    if (!latest.current) return;
    const { refusals: _, proposed, ...rest } = latest.current;
    // What the checklist proposed when it was sent, it proposes anew.
    if (proposed?.includes('result')) delete rest.result;
    if (proposed?.includes('summary')) rest.summary = '';
    const after: Draft = { ...rest, ...changed, queued: false, savedAt: new Date().toISOString() };
    latest.current = after;
    setDraft(after);
    keep(after).then(
      () => {
        setIsKept(true);
        setSavedAt(after.savedAt);
      },
      () => setIsKept(false),
    );
  }, []);
  const find = (item: string, changed: Finding) => {
    const { findings = {} } = latest.current ?? {};
    change({ findings: { ...findings, [item]: { ...findings[item], ...changed } } });
  };

  /** The draft with what it says by its checklist where the officers have said nothing else. */
  const said = (of: Draft): Draft => {
    const result = resultOf(of);
    return { ...of, summary: summaryOf(of, inspectionWords.zh, chineseTerm), ...(result && { result }) };
  };

  const submit = async () => {
    // What photos say of themselves belongs to the record too.
    setReading(true);
    await captures.current;
    setReading(false);
    const draft = latest.current;
    if (!draft || draft.queued) return;
    setTried(true);
    const whole = said(draft);
    const gaps = gapsIn(whole, words, checks.term);
    setProblems(
      gaps.size > 0
        ? { title: part.incomplete, problems: Array.from(gaps, ([field, message]) => ({ message, control: controlOf(field) })) }
        : null,
    );
    if (gaps.size > 0) return;
    const proposed = [...(draft.result ? [] : ['result' as const]), ...(draft.summary ? [] : ['summary' as const])];
    const queued: Draft = { ...whole, queued: true, proposed };
    try {
      await keep(queued);
    } catch {
      // Only what lies on the device is sent: a window that is closed meanwhile must not lose it.
      setIsKept(false);
      setProblems({ title: words.notQueued, problems: [] });
      return;
    }
    show(queued);
    try {
      await sendQueued(client, me.userName);
      const left = await draftOf(me.userName, number);
      if (left) show(left);
    } catch {
      setIsKept(false);
    }
  };

  // What the server did not take; it may have answered while somebody else's page was open.
  const refusals = draft?.refusals;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the refusals are shown when they come, and not again while the draft is filled in.
  useEffect(() => {
    if (!draft || !refusals) return;
    setProblems({
      title: words.refused,
      problems: refusals.map((refusal) => {
        const field = refusedField(refusal, draft);
        const ofItem = placeOf(refusal.field)?.list === 'findings' && field;
        return field
          ? { message: ofItem ? `${checks.term(field)}${marks.colon}${refusal.message}` : refusal.message, control: controlOf(field) }
          : { message: refusal.message };
      }),
    });
  }, [refusals, words]);
  const whole = draft && said(draft);
  const wrong = new Map([
    ...(whole && tried ? gapsIn(whole, words, checks.term) : []),
    ...(draft?.refusals ?? []).flatMap((refusal) => {
      const field = refusedField(refusal, draft!);
      return field ? [[field, refusal.message] as const] : [];
    }),
  ]);
  /** For a field's form item and for its control: how it is marked when it is wrong. */
  const item = (field: string) => ({
    htmlFor: controlOf(field),
    ...(wrong.has(field) && { validateStatus: 'error' as const, help: wrong.get(field) }),
  });
  const control = (field: string) => ({ id: controlOf(field), 'aria-invalid': wrong.has(field) });

  const waiting = draft?.queued ?? false;
  useEffect(() => {
    if (!waiting) return;
    return onDrafts(() =>
      draftOf(me.userName, number).then(
        (kept) => kept && show(kept),
        () => setIsKept(false),
      ),
    );
  }, [waiting, me.userName, number, show]);

  // Sent by the button, or by whoever sends what waited when the network came back.
  useEffect(
    () =>
      onSent((sent) => {
        if (sent === number) void navigate(inspectionPath(number));
      }),
    [number, navigate],
  );

  /**
   * Photos are kept at once, by the device's clock; what they say of themselves and where they were taken is added as soon as it is known.
   */
  const addPhotos = (item: string, files: File[]) => {
    const added = files.map((file): Photo => ({ id: newId(), item, name: file.name, content: file, capture: heldNow(file) }));
    change({ photos: [...(latest.current?.photos ?? []), ...added] });
    const withPlace = latest.current?.withPlace ?? false;
    const here = withPlace ? placeOfDevice() : Promise.resolve(null);
    const before = captures.current;
    captures.current = Promise.allSettled([
      before,
      ...files.map(async (file, place) => {
        const [capture, at] = await Promise.all([captureOf(file, withPlace), here]);
        const { id } = added[place]!;
        // A file says where it was taken; where it does not, it was taken here if it was taken now.
        const isNew = Date.now() - Date.parse(capture.takenAt) < justTaken;
        const whole = capture.latitude === undefined && at && isNew ? { ...capture, ...at } : capture;
        change({ photos: (latest.current?.photos ?? []).map((photo) => (photo.id === id ? { ...photo, capture: whole } : photo)) });
      }),
    ]);
  };

  const agree = (withPlace: boolean) => {
    placeAgreed(me.userName).write(withPlace);
    change({ withPlace });
  };

  const discard = async () => {
    // A place that comes later brings no draft back.
    latest.current = null;
    if (draft) await remove(draft);
    void navigate(inspectionPath(number));
  };

  return (
    <Page
      title={words.record}
      remark={
        one && (
          <>
            {nameOfParty(one)} · {number}
          </>
        )
      }
    >
      <Standing fetching={!draft && (fetching || !!one)} error={error && !draft ? error : undefined} rows={10}>
        {draft && whole && (
          <Form layout="vertical" onFinish={() => void submit()} className="record">
            <ProblemSummary of={problems} />
            {!isKept && <Alert className="gap-below" type="warning" showIcon role="status" title={part.draftLost} />}
            {one && <OnTheSpot of={one} readAt={readAt} />}
            {!online && unheardSince === null && <Alert className="gap-below" type="warning" showIcon title={words.offline} />}
            {(Object.keys(checklist) as Area[]).map((area) => (
              <fieldset key={area} className="checks">
                <legend>{areas.term(area)}</legend>
                {checklist[area].map((item) => (
                  <Check
                    key={item}
                    item={item}
                    wrong={wrong.get(item)}
                    finding={draft.findings[item] ?? {}}
                    draft={draft}
                    onChange={(changed) => find(item, changed)}
                    onPhotos={(photos) => change({ photos })}
                    onAdd={addPhotos}
                  />
                ))}
              </fieldset>
            ))}
            <Card className="gap-below">
              <Form.Item
                label={words.result}
                required
                {...(!draft.result && whole.result && { extra: words.proposed })}
                {...item('result')}
              >
                <Select
                  {...control('result')}
                  aria-label={words.result}
                  value={whole.result}
                  options={results.options}
                  onChange={(result: string) => change({ result })}
                />
              </Form.Item>
              {whole.result === 'LEAD' && (
                <Form.Item label={words.leadTo} {...item('leadTo')}>
                  <Input
                    {...control('leadTo')}
                    value={draft.leadTo ?? ''}
                    maxLength={lengths.RecordInspectionInput.leadTo}
                    onChange={(event) => change({ leadTo: event.target.value })}
                  />
                </Form.Item>
              )}
              {whole.result === 'CASE' && (
                <Form.Item label={words.violation} {...item('violation')}>
                  <Select
                    {...control('violation')}
                    aria-label={words.violation}
                    value={draft.violation}
                    options={violations.options}
                    onChange={(violation: string) => change({ violation })}
                  />
                </Form.Item>
              )}
              {whole.result === 'CASE' && (
                <Form.Item label={words.caseGoingOn} {...item('caseNumber')}>
                  <Input
                    {...control('caseNumber')}
                    value={draft.caseNumber ?? ''}
                    onChange={(event) => change({ caseNumber: event.target.value })}
                  />
                </Form.Item>
              )}
              <Form.Item label={words.summary} required {...item('summary')}>
                <Input.TextArea
                  {...control('summary')}
                  aria-label={words.summary}
                  value={whole.summary}
                  rows={4}
                  maxLength={lengths.RecordInspectionInput.summary}
                  showCount
                  onChange={(event) => change({ summary: event.target.value, isSummaryOwn: true })}
                />
              </Form.Item>
              <Form.Item label={words.officers} required {...item('officers')}>
                <StaffMultiSelect
                  {...control('officers')}
                  label={words.officers}
                  officers
                  atHand={officersAtHand}
                  value={draft.officers}
                  onChange={(officers) => change({ officers })}
                />
              </Form.Item>
              <Form.Item label={words.inspected} {...item('inspectedOn')}>
                <DatePicker
                  {...control('inspectedOn')}
                  className="wide"
                  value={draft.inspectedOn ? dayjs(draft.inspectedOn) : null}
                  onChange={(day) => change({ inspectedOn: day?.format('YYYY-MM-DD') ?? dayOf(now()) })}
                />
              </Form.Item>
              <Form.Item label={words.photos}>
                <Photos item="" draft={draft} onPhotos={(photos) => change({ photos })} onAdd={addPhotos} />
              </Form.Item>
              <Form.Item label={words.withPlace} htmlFor={controlOf('withPlace')} extra={words.withPlaceHint}>
                <Switch id={controlOf('withPlace')} checked={draft.withPlace ?? false} onChange={agree} />
              </Form.Item>
            </Card>
            <Signature
              signed={draft.signature}
              content={signedContent(whole, whole.summary)}
              wrong={wrong.get('signature.reason') ?? wrong.get('signature')}
              isStale={draft.signature?.outcome === 'SIGNED' && draft.signature.over !== signedContent(whole, whole.summary)}
              control={control}
              onChange={(signature) => change({ signature })}
            />
            <Alert className="gap-below" type="info" role="status" title={consequences.recordInspection![language]} />
            {draft.queued && <Alert className="gap-below" type="warning" showIcon role="status" title={words.queued} />}
            <div className="bar-bottom">
              <Button type="primary" size="large" htmlType="submit" loading={reading} disabled={draft.queued}>
                {words.send}
              </Button>
              {items.some((each) => !draft.findings[each]?.result) && (
                <Button size="large" onClick={() => change({ findings: restConforms(latest.current ?? draft) })}>
                  {words.restConforms}
                </Button>
              )}
              <Button size="large" onClick={() => setDiscarding(true)}>
                {words.discard}
              </Button>
              <span className="quiet" role="status" aria-busy={isKept && savedAt !== draft.savedAt}>
                {isKept && (savedAt ? words.draftKept(timeOf(savedAt)) : words.noDraft)}
              </span>
            </div>
            <Modal
              open={discarding}
              title={words.discard}
              onCancel={() => setDiscarding(false)}
              onOk={() => void discard()}
              okButtonProps={{ danger: true }}
              okText={words.discard}
              cancelText={part.cancel}
            >
              {words.discardSure}
            </Modal>
          </Form>
        )}
      </Standing>
    </Page>
  );
}

interface OfDraft {
  item: string;
  draft: Draft;
  onPhotos: (photos: Draft['photos']) => void;
  onAdd: (item: string, files: File[]) => void;
}

function Check({
  item,
  wrong,
  finding,
  draft,
  onChange,
  onPhotos,
  onAdd,
}: OfDraft & { wrong: string | undefined; finding: Finding; onChange: (changed: Finding) => void }) {
  const words = useWords(inspectionWords);
  const terms = useTerms('ChecklistItem');
  const results = useTerms('FindingResult');
  const severities = useTerms('FindingSeverity');
  return (
    <div className={wrong ? 'check wrong' : 'check'}>
      <div className="check-name" id={`item-${item}`}>
        {terms.term(item)}
      </div>
      <Radio.Group
        id={controlOf(item)}
        aria-labelledby={`item-${item}`}
        aria-describedby={`wrong-${item}`}
        aria-invalid={!!wrong}
        optionType="button"
        value={finding.result}
        options={results.options}
        onChange={(event) => onChange({ result: event.target.value as 'CONFORMING' })}
      />
      <div className="fault" id={`wrong-${item}`}>
        {wrong}
      </div>
      {finding.result === 'NONCONFORMING' && (
        <div className="more">
          <Radio.Group
            aria-label={words.severity}
            value={finding.severity ?? 'ORDINARY'}
            options={severities.options}
            onChange={(event) => onChange({ severity: event.target.value as 'MINOR' })}
          />
          <Input.TextArea
            aria-label={words.note}
            placeholder={words.note}
            value={finding.note ?? ''}
            rows={2}
            maxLength={lengths.FindingInput.note}
            showCount
            onChange={(event) => onChange({ note: event.target.value })}
          />
          <Photos item={item} draft={draft} onPhotos={onPhotos} onAdd={onAdd} />
        </div>
      )}
    </div>
  );
}

function Photos({ item, draft, onPhotos, onAdd }: OfDraft) {
  const words = useWords(inspectionWords);
  const own = draft.photos.filter((photo) => photo.item === item);
  return (
    <div className="photos">
      {own.map((photo) => (
        <span key={photo.id}>
          <LocalPicture content={photo.content} name={photo.name} />
          <Button
            size="small"
            type="text"
            icon={<CloseOutlined />}
            aria-label={`${words.removePhoto} ${photo.name}`}
            onClick={() => onPhotos(draft.photos.filter(({ id }) => id !== photo.id))}
          />
          {photo.capture && (
            <span className="quiet">
              {timeOf(photo.capture.takenAt)}
              {photo.capture.latitude !== undefined && ` · ${photo.capture.latitude}, ${photo.capture.longitude}`}
            </span>
          )}
        </span>
      ))}
      <PickFiles icon={<CameraOutlined />} accept="image/*" onPick={(files) => onAdd(item, files)}>
        {words.addPhoto}
      </PickFiles>
    </div>
  );
}
