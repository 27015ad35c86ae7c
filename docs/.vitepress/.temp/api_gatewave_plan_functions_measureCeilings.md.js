import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: measureCeilings()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/measureCeilings.md","filePath":"api/gatewave/plan/functions/measureCeilings.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/measureCeilings.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-measureceilings" tabindex="-1">Function: measureCeilings() <a class="header-anchor" href="#function-measureceilings" aria-label="Permalink to &quot;Function: measureCeilings()&quot;">​</a></h1><blockquote><p><strong>measureCeilings</strong>(<code>device</code>): <code>Promise</code>&lt;<a href="./../interfaces/Ceilings.html"><code>Ceilings</code></a>&gt;</p></blockquote><p>Measures the ceilings with kernels that do nothing else; takes a second or so. They hold for the moment only: a device that shares its power or its cores with others is faster at some times than at others, so measure them together with what is compared with them.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="device" tabindex="-1">device <a class="header-anchor" href="#device" aria-label="Permalink to &quot;device&quot;">​</a></h3><p><code>GPUDevice</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<a href="./../interfaces/Ceilings.html"><code>Ceilings</code></a>&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>Error on any WebGPU error, and when the device is lost.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/measureCeilings.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const measureCeilings = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  measureCeilings as default
};
