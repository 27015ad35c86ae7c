import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: AttentionScore","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/type-aliases/AttentionScore.md","filePath":"api/gatewave/type-aliases/AttentionScore.md"}');
const _sfc_main = { name: "api/gatewave/type-aliases/AttentionScore.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-attentionscore" tabindex="-1">Type Alias: AttentionScore <a class="header-anchor" href="#type-alias-attentionscore" aria-label="Permalink to &quot;Type Alias: AttentionScore&quot;">​</a></h1><blockquote><p><strong>AttentionScore</strong> = <code>&quot;additive&quot;</code> | <code>&quot;dot&quot;</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/type-aliases/AttentionScore.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AttentionScore = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AttentionScore as default
};
