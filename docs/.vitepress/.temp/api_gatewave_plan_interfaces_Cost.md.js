import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Cost","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/Cost.md","filePath":"api/gatewave/plan/interfaces/Cost.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/Cost.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-cost" tabindex="-1">Interface: Cost <a class="header-anchor" href="#interface-cost" aria-label="Permalink to &quot;Interface: Cost&quot;">​</a></h1><p>Floating-point operations (a multiply-add counts as two), and bytes read from and written to buffers.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="bytes" tabindex="-1">bytes <a class="header-anchor" href="#bytes" aria-label="Permalink to &quot;bytes&quot;">​</a></h3><blockquote><p><strong>bytes</strong>: <code>number</code></p></blockquote><hr><h3 id="flops" tabindex="-1">flops <a class="header-anchor" href="#flops" aria-label="Permalink to &quot;flops&quot;">​</a></h3><blockquote><p><strong>flops</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/Cost.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Cost = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Cost as default
};
