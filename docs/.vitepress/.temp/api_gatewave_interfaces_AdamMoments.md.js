import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AdamMoments","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/AdamMoments.md","filePath":"api/gatewave/interfaces/AdamMoments.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/AdamMoments.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-adammoments" tabindex="-1">Interface: AdamMoments <a class="header-anchor" href="#interface-adammoments" aria-label="Permalink to &quot;Interface: AdamMoments&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="m" tabindex="-1">m <a class="header-anchor" href="#m" aria-label="Permalink to &quot;m&quot;">​</a></h3><blockquote><p><strong>m</strong>: <code>Tensor1D</code></p></blockquote><p>Mean of the gradients and of their squares, [n]: n elements of all parameters, concatenated in order.</p><hr><h3 id="v" tabindex="-1">v <a class="header-anchor" href="#v" aria-label="Permalink to &quot;v&quot;">​</a></h3><blockquote><p><strong>v</strong>: <code>Tensor1D</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/AdamMoments.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AdamMoments = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AdamMoments as default
};
