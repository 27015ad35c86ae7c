import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: initialiseWebGPU()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/initialiseWebGPU.md","filePath":"api/gatewave/functions/initialiseWebGPU.md"}');
const _sfc_main = { name: "api/gatewave/functions/initialiseWebGPU.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-initialisewebgpu" tabindex="-1">Function: initialiseWebGPU() <a class="header-anchor" href="#function-initialisewebgpu" aria-label="Permalink to &quot;Function: initialiseWebGPU()&quot;">​</a></h1><blockquote><p><strong>initialiseWebGPU</strong>(<code>options?</code>): <code>Promise</code>&lt;<a href="./../interfaces/DeviceInfo.html"><code>DeviceInfo</code></a>&gt;</p></blockquote><p>Makes tf.js&#39;s &#39;webgpu&#39; backend on a device of our own, which has the adapter&#39;s full limits, and sets it as the current backend. Asks for a core adapter and, where there is none, for one in compatibility mode.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="options" tabindex="-1">options? <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options?&quot;">​</a></h3><p><a href="./../interfaces/WebGPUOptions.html"><code>WebGPUOptions</code></a> = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;<a href="./../interfaces/DeviceInfo.html"><code>DeviceInfo</code></a>&gt;</p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>NoWebGPUError when the browser has no WebGPU, or no adapter.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/initialiseWebGPU.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const initialiseWebGPU = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  initialiseWebGPU as default
};
