import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: EndReason","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/EndReason.md","filePath":"api/gatewave/model/type-aliases/EndReason.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/EndReason.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-endreason" tabindex="-1">Type Alias: EndReason <a class="header-anchor" href="#type-alias-endreason" aria-label="Permalink to &quot;Type Alias: EndReason&quot;">​</a></h1><blockquote><p><strong>EndReason</strong> = <code>&quot;finished&quot;</code> | <code>&quot;early-stopping&quot;</code> | <code>&quot;stopped&quot;</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/EndReason.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EndReason = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EndReason as default
};
