// What the dashboard takes from the committed schema: types for gql.tada, Chinese and English terms of every enum, the form of every command,
// how long the texts of inputs may be, and what may be refused where.
// The words for an enum's values stand in the schema as @term, so those of the API and of the pages are one; the descriptions of everything else begin with the Chinese term.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandInWords, inWords } from './src/parts/inWords.mjs';

export async function writeSchema(schemaFile, folder) {
  const graphql = await import('graphql');
  const { minifyIntrospection, outputIntrospectionFile } = await import('@gql.tada/internal');
  const schema = graphql.buildSchema(readFileSync(schemaFile, 'utf8'));
  const introspection = minifyIntrospection(graphql.introspectionFromSchema(schema, { descriptions: false }));
  mkdirSync(folder, { recursive: true });
  writeIfOther(join(folder, 'schema.d.ts'), outputIntrospectionFile(introspection, { fileType: '.d.ts', shouldPreprocess: true }));
  writeIfOther(join(folder, 'terms.json'), JSON.stringify(enumTerms(schema, graphql)));
  const forms = commandForms(schema, graphql);
  writeIfOther(join(folder, 'commands.json'), JSON.stringify(forms));
  writeIfOther(join(folder, 'lengths.json'), JSON.stringify(inputLengths(schema, graphql)));
  writeIfOther(join(folder, 'refused.d.ts'), fieldsRefused(schema, graphql));
  // The buttons' Chinese names and whose they are; the English ones are their names in words (src/parts/titles.ts).
  // The forms are loaded when one is opened.
  writeIfOther(join(folder, 'titles.json'), JSON.stringify(titlesBySubject(forms)));
  return schema;
}

// Unchanged files keep their time, so that nothing is checked again for nothing.
function writeIfOther(file, text) {
  if (!existsSync(file) || readFileSync(file, 'utf8') !== text) writeFileSync(file, text);
}

// "已结案. Closed." → 已结案 and Closed.
const chinese = (description) => (description ?? '').split(/\. |\.$/)[0].replace(/的输入$/, '');
const capital = (words) => words[0].toUpperCase() + words.slice(1);
const remark = (description) => (description ?? '').split(/\. /).slice(1).join('. ');
const argumentOf = (element, directive, name) => element.astNode.directives.find((one) => one.name.value === directive)?.arguments.find((one) => one.name.value === name)?.value.value;
// @length(max:), which the schema has from the law; 0 where a text has a form and no length.
const longest = (field) => Number(argumentOf(field, 'length', 'max') ?? 0);

// @term(chinese:, english:); the English word stands by itself on a page and so begins with a capital letter.
function wordsOf(value) {
  const [zh, en] = [argumentOf(value, 'term', 'chinese'), capital(argumentOf(value, 'term', 'english'))];
  // What is the value's name in words is made of the name again (src/parts/inWords.mjs).
  return en === inWords(value.name) ? [zh] : [zh, en];
}

function titlesBySubject(forms) {
  const subjects = {};
  for (const [name, { zh, result }] of Object.entries(forms)) {
    const subject = result?.split(' ')[0] ?? '';
    subjects[subject] = { ...subjects[subject], [name]: zh };
  }
  return subjects;
}

function enumTerms(schema, { isEnumType }) {
  const enums = Object.values(schema.getTypeMap()).filter((type) => isEnumType(type) && !type.name.startsWith('__'));
  return Object.fromEntries(enums.map((type) => [type.name, Object.fromEntries(type.getValues().map((value) => [value.name, wordsOf(value)]))]));
}

// For the forms that are made by hand: input → field → the most characters.
function inputLengths(schema, { isInputObjectType }) {
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  const bounded = inputs.map((type) => [type.name, Object.fromEntries(Object.values(type.getFields()).filter((field) => longest(field) > 0).map((field) => [field.name, longest(field)]))]);
  return Object.fromEntries(bounded.filter(([, fields]) => Object.keys(fields).length > 0));
}

// Refusal → the fields of the inputs of the mutations that may be refused so, as a type: what says which field a refusal is about is held
// against it.
// What nothing is refused of, such as what a reader has read, is no command and has no form.
const commandsOf = (schema, { getNamedType }) =>
  Object.values(schema.getMutationType().getFields()).filter((mutation) => 'errors' in getNamedType(mutation.type).getFields());

function fieldsRefused(schema, { getNamedType }) {
  const fields = new Map();
  for (const mutation of commandsOf(schema, { getNamedType })) {
    const input = Object.keys(getNamedType(mutation.args[0].type).getFields());
    for (const refusal of schema.getPossibleTypes(getNamedType(getNamedType(mutation.type).getFields().errors.type))) {
      const code = refusal.name.replace(/Error$/, '').replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
      fields.set(code, new Set([...(fields.get(code) ?? []), ...input]));
    }
  }
  const lines = [...fields].sort().map(([code, names]) => `  ${code}: ${[...names].sort().map((name) => `'${name}'`).join(' | ')};`);
  return `export interface FieldsRefused {\n${lines.join('\n')}\n}\n`;
}

function commandForms(schema, { getNamedType, getNullableType, isListType, isNonNullType, isObjectType }) {
  return Object.fromEntries(commandsOf(schema, { getNamedType }).map((mutation) => {
    const input = getNamedType(mutation.args[0].type);
    const payload = Object.values(getNamedType(mutation.type).getFields()).find((field) => field.name !== 'errors');
    const result = payload && getNamedType(payload.type);
    const refusals = schema.getPossibleTypes(getNamedType(getNamedType(mutation.type).getFields().errors.type));
    const key = isObjectType(result) && ['number', 'creditCode', 'userName', 'year', 'code'].find((name) => result.getFields()[name]);
    const fields = Object.values(input.getFields()).map((field) => ({
      name: field.name,
      type: getNamedType(field.type).name,
      list: isListType(getNullableType(field.type)),
      required: isNonNullType(field.type) && field.defaultValue === undefined,
      zh: chinese(field.description),
      en: inWords(field.name),
      remark: remark(field.description),
      longest: longest(field),
    }));
    return [mutation.name, {
      zh: chinese(mutation.description), en: commandInWords(mutation.name), remark: remark(mutation.description), input: input.name,
      // What was only proposed says so in the subject's proposals.
      result: key ? `${payload.name} { id ${key}${result.getFields().approvals ? ' approvals { outcome mutation }' : ''} }` : null,
      // The refusals that say which field they are about.
      named: refusals.filter((refusal) => refusal.getFields().field).map((refusal) => refusal.name), fields,
    }];
  }));
}
