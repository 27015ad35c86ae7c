import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Pass","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/type-aliases/Pass.md","filePath":"api/gatewave/plan/type-aliases/Pass.md"}');
const _sfc_main = { name: "api/gatewave/plan/type-aliases/Pass.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-pass" tabindex="-1">Type Alias: Pass <a class="header-anchor" href="#type-alias-pass" aria-label="Permalink to &quot;Type Alias: Pass&quot;">​</a></h1><blockquote><p><strong>Pass</strong> = <a href="./../interfaces/DispatchPass.html"><code>DispatchPass</code></a> | <a href="./TransferPass.html"><code>TransferPass</code></a></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/type-aliases/Pass.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Pass = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Pass as default
};
