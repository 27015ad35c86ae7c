import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Variable: SAFE_LOOP_TURNS","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/variables/SAFE_LOOP_TURNS.md","filePath":"api/gatewave/plan/variables/SAFE_LOOP_TURNS.md"}');
const _sfc_main = { name: "api/gatewave/plan/variables/SAFE_LOOP_TURNS.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="variable-safe-loop-turns" tabindex="-1">Variable: SAFE_LOOP_TURNS <a class="header-anchor" href="#variable-safe-loop-turns" aria-label="Permalink to &quot;Variable: SAFE\\_LOOP\\_TURNS&quot;">​</a></h1><blockquote><p><code>const</code> <strong>SAFE_LOOP_TURNS</strong>: <code>60000</code> = <code>60_000</code></p></blockquote><p>The most loop turns of an invocation, all its loops together. llvmpipe ends every loop after 65535 turns, without an error (Mesa&#39;s LP_MAX_TGSI_LOOP_ITERATIONS), and not every browser tells that it runs on llvmpipe. So the bound holds on every device: elsewhere it costs one more dispatch per this many turns.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/variables/SAFE_LOOP_TURNS.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SAFE_LOOP_TURNS = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SAFE_LOOP_TURNS as default
};
