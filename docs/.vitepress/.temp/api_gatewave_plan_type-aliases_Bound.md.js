import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Bound","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/type-aliases/Bound.md","filePath":"api/gatewave/plan/type-aliases/Bound.md"}');
const _sfc_main = { name: "api/gatewave/plan/type-aliases/Bound.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-bound" tabindex="-1">Type Alias: Bound <a class="header-anchor" href="#type-alias-bound" aria-label="Permalink to &quot;Type Alias: Bound&quot;">​</a></h1><blockquote><p><strong>Bound</strong> = <code>&quot;arithmetic&quot;</code> | <code>&quot;bytes&quot;</code> | <code>&quot;latency&quot;</code> | <code>&quot;dispatch&quot;</code></p></blockquote><p>What takes longest; &#39;dispatch&#39; where the dispatch itself costs more than all its work.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/type-aliases/Bound.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Bound = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Bound as default
};
