import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: KernelFamily","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/type-aliases/KernelFamily.md","filePath":"api/gatewave/type-aliases/KernelFamily.md"}');
const _sfc_main = { name: "api/gatewave/type-aliases/KernelFamily.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-kernelfamily" tabindex="-1">Type Alias: KernelFamily <a class="header-anchor" href="#type-alias-kernelfamily" aria-label="Permalink to &quot;Type Alias: KernelFamily&quot;">​</a></h1><blockquote><p><strong>KernelFamily</strong> = <code>&quot;auto&quot;</code> | <code>&quot;step&quot;</code> | <code>&quot;sequence&quot;</code></p></blockquote><p>&#39;step&#39;: one dispatch per time step; &#39;sequence&#39;: one dispatch walks many; &#39;auto&#39;: the plan chooses.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/type-aliases/KernelFamily.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const KernelFamily = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  KernelFamily as default
};
