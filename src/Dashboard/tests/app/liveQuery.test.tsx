import { useState } from 'react';
import { screen } from '@testing-library/react';
import { GraphQLError } from 'graphql';
import { expect, test } from 'vitest';
import { graphql } from '@/app/graphql';
import { useLiveQuery } from '@/app/query';
import { show } from '../support/page';

const asked = graphql(`query LiveAnswer($number: String!) { inspection(number: $number) { id number } }`);

function Shown() {
  const [number, setNumber] = useState('JC-1');
  const { data, error } = useLiveQuery(asked, { number }, []);
  return (
    <>
      <button type="button" onClick={() => setNumber('JC-2')}>
        换一个
      </button>
      <p>
        {data?.inspection?.number ?? '无'} {error?.graphQLErrors[0]?.message}
      </p>
    </>
  );
}

const answer = ({ number }: Record<string, unknown>) => {
  if (number === 'JC-2') throw [new GraphQLError('不能读取', { extensions: { code: 'BAD_USER_INPUT' } })];
  return { inspection: { __typename: 'Inspection', id: 'i', number } };
};

test('what others were answered never stands in the place of a refusal', async () => {
  const { user } = show(<Shown />, { answers: { LiveAnswer: answer } });
  await screen.findByText('JC-1');
  await user.click(screen.getByText('换一个'));
  await screen.findByText('无 不能读取');
  expect(screen.queryByText(/JC-1/)).toBeNull();
});
