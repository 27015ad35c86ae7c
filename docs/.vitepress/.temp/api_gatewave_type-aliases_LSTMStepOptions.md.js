import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: LSTMStepOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/type-aliases/LSTMStepOptions.md","filePath":"api/gatewave/type-aliases/LSTMStepOptions.md"}');
const _sfc_main = { name: "api/gatewave/type-aliases/LSTMStepOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-lstmstepoptions" tabindex="-1">Type Alias: LSTMStepOptions <a class="header-anchor" href="#type-alias-lstmstepoptions" aria-label="Permalink to &quot;Type Alias: LSTMStepOptions&quot;">​</a></h1><blockquote><p><strong>LSTMStepOptions</strong> = <code>CellOptions</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/type-aliases/LSTMStepOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const LSTMStepOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  LSTMStepOptions as default
};
