import { useState, type ChangeEvent } from 'react';
import { Button, Input, Segmented } from 'antd';
import { ownHeaders } from './api';
import { useLanguage, useWords, type Language } from './language';
import { Card } from '../parts/Card';
import { ProblemSummary, type Problems } from '../parts/Problems';
import { frameWords } from './words';
import mark from './mark.svg';

/** Asks who is there. The library's forms weigh more than this page needs, which is the first that anybody loads. */
export function SignInForm({ userName = '', onSignedIn }: { userName?: string; onSignedIn: () => void }) {
  const words = useWords(frameWords);
  const [problems, setProblems] = useState<Problems | null>(null);
  const [busy, setBusy] = useState(false);
  const [values, setValues] = useState({ userName, password: '' });
  // What is missing is said once somebody has pressed the button.
  const [isTried, setTried] = useState(false);
  const missing = { userName: words.userNameMissing, password: words.passwordMissing };
  const isMissing = (field: keyof typeof values) => isTried && values[field] === '';

  const signIn = async () => {
    setTried(true);
    const lacking = fields.filter((field) => values[field] === '');
    if (lacking.length > 0) {
      setProblems({ title: words.incomplete, problems: lacking.map((field) => ({ message: missing[field], control: controlOf(field) })) });
      return;
    }
    setBusy(true);
    setProblems(null);
    try {
      const response = await fetch('/auth/sign-in', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...ownHeaders() },
        body: JSON.stringify(values),
      });
      if (response.ok) onSignedIn();
      else setProblems({ title: ((await response.json()) as { title?: string }).title ?? words.offline, problems: [] });
    } catch {
      setProblems({ title: words.offline, problems: [] });
    } finally {
      setBusy(false);
    }
  };

  const bound = (field: keyof typeof values) => ({
    id: controlOf(field),
    size: 'large' as const,
    value: values[field],
    onChange: ({ target }: ChangeEvent<HTMLInputElement>) => setValues({ ...values, [field]: target.value }),
    ...(isMissing(field) && { status: 'error' as const, 'aria-invalid': true, 'aria-describedby': `${controlOf(field)}_help` }),
  });
  const help = (field: keyof typeof values) =>
    isMissing(field) && (
      <div id={`${controlOf(field)}_help`} className="fault">
        {missing[field]}
      </div>
    );
  return (
    <form
      className="sign-in-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void signIn();
      }}
    >
      <ProblemSummary of={problems} />
      <div>
        <label htmlFor={controlOf('userName')}>{words.userName}</label>
        <Input autoComplete="username" autoFocus={!userName} {...bound('userName')} />
        {help('userName')}
      </div>
      <div>
        <label htmlFor={controlOf('password')}>{words.password}</label>
        <Input.Password autoComplete="current-password" autoFocus={!!userName} {...bound('password')} />
        {help('password')}
      </div>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>
        {words.signIn}
      </Button>
    </form>
  );
}

const fields = ['userName', 'password'] as const;
const controlOf = (field: (typeof fields)[number]) => `signIn_${field}`;

export function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const words = useWords(frameWords);
  return (
    <main className="sign-in">
      <Card className="sign-in-card">
        <img src={mark} alt="" width={56} height={56} />
        <h1>{words.title}</h1>
        <p className="quiet">{words.subtitle}</p>
        <SignInForm onSignedIn={onSignedIn} />
        <LanguageSwitch />
      </Card>
    </main>
  );
}

export function LanguageSwitch() {
  const { language, choose } = useLanguage();
  return <Segmented<Language> aria-label="语言 Language" value={language} onChange={choose} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />;
}
