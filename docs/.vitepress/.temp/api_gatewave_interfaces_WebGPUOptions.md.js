import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WebGPUOptions","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/WebGPUOptions.md","filePath":"api/gatewave/interfaces/WebGPUOptions.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/WebGPUOptions.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-webgpuoptions" tabindex="-1">Interface: WebGPUOptions <a class="header-anchor" href="#interface-webgpuoptions" aria-label="Permalink to &quot;Interface: WebGPUOptions&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="remembered" tabindex="-1">remembered? <a class="header-anchor" href="#remembered" aria-label="Permalink to &quot;remembered?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>remembered?</strong>: <a href="./../type-aliases/Tuning.html"><code>Tuning</code></a></p></blockquote><p>Choices that the caller keeps; they take precedence over those in IndexedDB.</p><hr><h3 id="tune" tabindex="-1">tune? <a class="header-anchor" href="#tune" aria-label="Permalink to &quot;tune?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>tune?</strong>: <code>boolean</code></p></blockquote><p>false: variants that were measured to be the fastest here are not used, and a rule decides, so that results do not depend on measurements, to the last bit. Default true: what <code>tune</code> found earlier is used.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/WebGPUOptions.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WebGPUOptions = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WebGPUOptions as default
};
