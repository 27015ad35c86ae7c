import { describe, expect, it } from 'vitest';
import { packTexts } from '../../../../src/data/packed-texts';
import { contents, read } from '../../../support/data-files';
import { problemOf } from '../../../support/readings';

const two = '@relation r\n@attribute a real\n@attribute b INTEGER\n@attribute class {x,y}\n';

describe('arff', () => {
  it('reads numeric attributes, in any case, with comments, quotes and missing values', async () => {
    const text = `% comment\n@RELATION 'a name'\n@Attribute "t 0" Numeric\n@ATTRIBUTE t1 real\n@attribute 'the class' {'class x', "it's" , z}\n\n@DATA\n1,2,'class x'\n% comment\n?, 3.5 ,"it's"\n`;
    const { dataset, found } = await read('x.arff', text);
    expect(contents(dataset)).toEqual([
      { label: 'class x', values: [[1], [2]] },
      { label: "it's", values: [[Number.NaN], [3.5]] },
    ]);
    expect(found).toEqual({ format: 'arff', label: 'the class', missing: 1, guesses: [], warnings: [] });
  });

  it('keeps ids and other texts beside the series', async () => {
    const text = `@relation r\n@attribute id string\n@attribute place {here,there}\n@attribute t0 numeric\n@attribute class {x,y}\n@data\ns1,here,1,x\ns2,there,2,y\n`;
    const { dataset, found } = await read('x.arff', text);
    expect(dataset).toMatchObject({
      ids: packTexts(['s1', 's2']),
      about: { place: ['here', 'there'] },
      classNames: ['x', 'y'],
    });
    expect(found.guesses).toEqual([
      'The attribute "class" is taken for the label (--label says otherwise).',
      'The attribute "id" is taken for the series\' ids (--id says otherwise).',
    ]);
    const other = await read('x.arff', text, { label: 'place', group: 'id' });
    expect(other.dataset).toMatchObject({
      classNames: ['here', 'there'],
      groups: packTexts(['s1', 's2']),
      about: { class: ['x', 'y'] },
    });
  });

  it('finds the label first, and takes numbers for labels where it is told', async () => {
    const first = await read(
      'x.arff',
      '@relation r\n@attribute class {1,2}\n@attribute t numeric\n@data\n1,5\n2,6\n',
    );
    expect(first.dataset).toMatchObject({ time: 1, classNames: ['1', '2'] });
    const text = '@relation r\n@attribute t numeric\n@attribute u numeric\n@data\n5,1.0\n6,2\n';
    expect(await problemOf(read('x.arff', text))).toContain('has no nominal attribute');
    expect((await read('x.arff', text, { label: 'last' })).dataset.classNames).toEqual(['1', '2']);
    expect((await read('x.arff', text, { label: 'none' })).dataset).toMatchObject({
      time: 2,
      labels: Int32Array.of(-1, -1),
    });
  });

  it('takes the rows of a relational attribute for channels, or for steps if told', async () => {
    const text =
      "@relation r\n@attribute s relational\n@attribute p numeric\n@attribute q numeric\n@attribute u numeric\n@end s\n@attribute c {a,b}\n@data\n'1,2,3\\n4,5,6',a\n";
    const { dataset, found } = await read('x.arff', text);
    expect(contents(dataset)[0]?.values).toEqual([
      [1, 4],
      [2, 5],
      [3, 6],
    ]);
    expect(found.guesses).toHaveLength(1);
    const steps = await read('x.arff', text, { axes: 'ntc' });
    expect(contents(steps.dataset)[0]?.values).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(steps.found.guesses).toEqual([]);
  });

  it.each([
    [
      'sparse rows',
      `${two}@data\n{0 1, 2 x}\n`,
      'x.arff, line 6: sparse rows, {index value, …}, are not read. In Weka, the filter SparseToNonSparse',
    ],
    [
      'a short row',
      `${two}@data\n1,2,x\n1,x\n`,
      'x.arff, line 7: this row has 2 values; the header has 3 attributes.',
    ],
    ['a word for a number', `${two}@data\n1,b,x\n`, 'x.arff, line 6, column 2: "b" is not a number'],
    [
      'a class that was not declared',
      `${two}@data\n1,2,z\n`,
      'x.arff, line 6, column 3: "z" is not one of the values of class, x, y.',
    ],
    ['a missing class', `${two}@data\n1,2,?\n`, 'x.arff, line 6, column 3: the label is missing ("?").'],
    ['an open quote', `${two}@data\n1,2,'x\n`, "x.arff, line 6, column 3: a quote, ', is never closed."],
    [
      'text after a quote',
      `${two}@data\n1,2,'x'y\n`,
      'x.arff, line 6, column 3: "y" follows a closing quote',
    ],
    [
      'an open list',
      '@relation r\n@attribute c {a,b\n',
      'x.arff, line 2: the list of names has no closing brace.',
    ],
    [
      'an unknown type',
      '@relation r\n@attribute c complex\n',
      'x.arff, line 2: the type "complex" is not known',
    ],
    [
      'a relational attribute without an end',
      '@relation r\n@attribute s relational\n@attribute c numeric\n@data\n',
      'the relational attribute s has no @end',
    ],
    [
      'a name that is not there',
      `${two}@data\n1,2,x\n`,
      'x.arff has no attribute "z"; its last ones are a, b, class.',
      { label: 'z' },
    ],
    ['no rows', `${two}@data\n`, 'x.arff holds no series: nothing follows @data.'],
  ])('refuses %s', async (_, text, message, options?: { label: string }) => {
    expect(await problemOf(read('x.arff', text, options))).toContain(message);
  });
});
