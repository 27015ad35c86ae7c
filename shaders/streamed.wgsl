// What the two walks of the streamed layout share: which batch rows a workgroup has, and where a row is at a step.
//
// A workgroup has GROUPS values of VALUE_ROWS rows each. The reserve is that of reserve.wgsl; where a value is one row, four
// workgroups write the components of its vec4s. So both kinds find them at `… · columns + column`.

import package::values::{VALUE_ROWS};

const GROUPS: u32 = 1u;
const SHARES: u32 = 2u;

struct Chunk {
  batch: u32,
  time: u32,
  start: u32, // the first step of this dispatch, counted in walking order
  count: u32,
}

// See recurrent_rows.wgsl.
const BEYOND: u32 = 1048576u;

// Columns of the reserve: rows, or fours of them. There are some for rows past the end of the batch, up to a whole vec4.
fn columns_of(batch: u32) -> u32 {
  return (batch + 3u) / 4u * (4u / VALUE_ROWS);
}

// The rows of a column. Rows past the end of the batch repeat the last one.
fn rows_of_column(column: u32, batch: u32) -> vec4u {
  var offsets = vec4u(0u);
  if (VALUE_ROWS == 4u) { offsets = vec4u(0u, 1u, 2u, 3u); }
  return min(column * VALUE_ROWS + offsets, vec4u(batch - 1u));
}

// How many rows of a column the batch has.
fn rows_left(column: u32, batch: u32) -> u32 {
  let first = column * VALUE_ROWS;
  return min(VALUE_ROWS, max(batch, first) - first);
}
