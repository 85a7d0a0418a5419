import { screen } from '@testing-library/react';
import { GraphQLError } from 'graphql';
import { afterEach, expect, test } from 'vitest';
import { graphql } from '@/app/graphql';
import { answerKept, forgetAll, keepAnswer } from '@/app/onDevice';
import { useKeptQuery } from '@/app/query';
import { show } from '../support/page';

afterEach(forgetAll);

const asked = graphql(`query KeptAnswer($number: String!) { inspection(number: $number) { id number } }`);
const old = { inspection: { __typename: 'Inspection', id: 'i', number: 'JC-OLD' } };
const fresh = { inspection: { __typename: 'Inspection', id: 'i', number: 'JC-NEW' } };

function Shown() {
  const { data, error, fetching, readAt } = useKeptQuery('kept', asked, { number: 'JC-1' });
  if (fetching) return <p>读取中</p>;
  return (
    <p>
      {data?.inspection?.number ?? '无'} {readAt ? '旧' : '新'} {error?.graphQLErrors[0]?.message}
    </p>
  );
}

const refusal = (code: string) => [new GraphQLError('不能读取', { extensions: { code } })];
const showing = (answer: () => unknown) => show(<Shown />, { answers: { KeptAnswer: answer } });
const failing = (fault: unknown) => () => {
  throw fault;
};

test('what was read is kept for the time without a network', async () => {
  showing(() => fresh);
  await screen.findByText(/JC-NEW 新/);
  await expect.poll(async () => (await answerKept('officer', 'kept'))?.data).toMatchObject(fresh);
});

test.each([['UNAVAILABLE'], ['TIMEOUT']])('where the server cannot say now (%s), what was read before stays and is shown', async (code) => {
  await keepAnswer('officer', 'kept', old);
  showing(failing(refusal(code)));
  await screen.findByText(/JC-OLD 旧/);
  expect((await answerKept('officer', 'kept'))?.data).toEqual(old);
});

test('so it does without a network', async () => {
  await keepAnswer('officer', 'kept', old);
  showing(failing(new TypeError('Failed to fetch')));
  await screen.findByText(/JC-OLD 旧/);
});

test('what somebody may not read any more is neither shown nor kept', async () => {
  await keepAnswer('officer', 'kept', old);
  showing(failing(refusal('FORBIDDEN')));
  await screen.findByText(/无 新 不能读取/);
  await expect.poll(() => answerKept('officer', 'kept')).toBeUndefined();
});
