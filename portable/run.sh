#!/usr/bin/env bash
# Measures this machine's GPU: `bash run.sh`. Needs an x86-64 Linux with a Vulkan driver; Python with PyTorch for its part.
# Each part has a time limit, ten minutes in all. Prints JSON lines, and puts them into results.jsonl in $OUT, or else here.
cd "$(dirname "$0")" || exit 1
here=$PWD
out=${OUT:-$here}
results=$out/results.jsonl
: >"$results"

# A bare machine may lack xz and have Python, or the other way round.
for file in node dawn.node; do
  [ -e "$file" ] || xz -dk "$file.xz" 2>/dev/null ||
    python3 -c "import lzma, shutil; shutil.copyfileobj(lzma.open('$file.xz'), open('$file', 'wb'))" ||
    { echo "To unpack $file.xz, xz or Python 3 is needed."; exit 1; }
done
chmod +x node

# Vulkan's loader looks for this folder; without it, some drivers print warnings.
export XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-/tmp}
# The loader that came along, where the machine has none.
if [ -e lib/libvulkan.so.1 ] && ! { ldconfig -p 2>/dev/null || /sbin/ldconfig -p; } | grep -q 'libvulkan\.so\.1'; then
  export LD_LIBRARY_PATH=$here/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
fi

# part SECONDS COMMAND…
part() {
  local limit=$1
  shift
  timeout "$limit" "$@" 2>>"$out/stderr.log" | tee -a "$results"
  local code=${PIPESTATUS[0]}
  [ "$code" = 0 ] || echo "{\"part\":\"exit\",\"command\":\"$*\",\"code\":$code}" | tee -a "$results"
}

part 30 ./node bundle.mjs info
part 100 ./node bundle.mjs parity 1 80
part 60 ./node bundle.mjs speed 0 0 kernels
part 60 ./node bundle.mjs train article 0
part 80 python3 peers/torch_lstm.py
part 30 ./node bundle.mjs ceilings
part 120 ./node bundle.mjs speed 0 9 tuned
part 30 ./node bundle.mjs host 0
part 40 ./node bundle.mjs train article 1
part 40 ./node bundle.mjs train article 2
