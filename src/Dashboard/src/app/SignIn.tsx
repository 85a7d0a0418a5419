import { useState } from 'react';
import { Button, Card, Form, Input, Segmented } from 'antd';
import { ownHeaders } from './api';
import { useLanguage, useWords, type Language } from './language';
import { problemsFound } from '../parts/formProblems';
import { ProblemSummary, type Problems } from '../parts/Problems';
import { frameWords } from './words';
import mark from './mark.svg';

export function SignInForm({ userName, onSignedIn }: { userName?: string; onSignedIn: () => void }) {
  const words = useWords(frameWords);
  const [problems, setProblems] = useState<Problems | null>(null);
  const [busy, setBusy] = useState(false);

  const signIn = async (values: { userName: string; password: string }) => {
    setBusy(true);
    setProblems(null);
    try {
      const response = await fetch('/auth/sign-in', { method: 'POST', headers: { 'content-type': 'application/json', ...ownHeaders() }, body: JSON.stringify(values) });
      if (response.ok) onSignedIn();
      else setProblems({ title: ((await response.json()) as { title?: string }).title ?? words.offline, problems: [] });
    } catch {
      setProblems({ title: words.offline, problems: [] });
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form name="signIn" layout="vertical" onFinish={signIn} onFinishFailed={(failed) => setProblems(problemsFound(failed, 'signIn', words))} initialValues={{ userName }} requiredMark={false}>
      <ProblemSummary of={problems} />
      <Form.Item name="userName" label={words.userName} rules={[{ required: true, message: words.userNameMissing }]}>
        <Input autoComplete="username" autoFocus={!userName} size="large" />
      </Form.Item>
      <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.passwordMissing }]}>
        <Input.Password autoComplete="current-password" autoFocus={!!userName} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={busy}>{words.signIn}</Button>
    </Form>
  );
}

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
