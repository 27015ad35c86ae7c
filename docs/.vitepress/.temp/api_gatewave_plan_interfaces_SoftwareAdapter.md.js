import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: SoftwareAdapter","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/SoftwareAdapter.md","filePath":"api/gatewave/plan/interfaces/SoftwareAdapter.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/SoftwareAdapter.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-softwareadapter" tabindex="-1">Interface: SoftwareAdapter <a class="header-anchor" href="#interface-softwareadapter" aria-label="Permalink to &quot;Interface: SoftwareAdapter&quot;">​</a></h1><p>Measurements of an adapter that runs on a CPU.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="ceilings" tabindex="-1">ceilings <a class="header-anchor" href="#ceilings" aria-label="Permalink to &quot;ceilings&quot;">​</a></h3><blockquote><p><strong>ceilings</strong>: <a href="./Ceilings.html"><code>Ceilings</code></a></p></blockquote><hr><h3 id="cores" tabindex="-1">cores <a class="header-anchor" href="#cores" aria-label="Permalink to &quot;cores&quot;">​</a></h3><blockquote><p><strong>cores</strong>: <code>number</code></p></blockquote><p>Number of cores of the CPU.</p><hr><h3 id="dispatchseconds" tabindex="-1">dispatchSeconds <a class="header-anchor" href="#dispatchseconds" aria-label="Permalink to &quot;dispatchSeconds&quot;">​</a></h3><blockquote><p><strong>dispatchSeconds</strong>: <code>number</code></p></blockquote><p>Cost of the shortest dispatch.</p><hr><h3 id="name" tabindex="-1">name <a class="header-anchor" href="#name" aria-label="Permalink to &quot;name&quot;">​</a></h3><blockquote><p><strong>name</strong>: <code>string</code></p></blockquote><hr><h3 id="vectorwidth" tabindex="-1">vectorWidth <a class="header-anchor" href="#vectorwidth" aria-label="Permalink to &quot;vectorWidth&quot;">​</a></h3><blockquote><p><strong>vectorWidth</strong>: <code>number</code></p></blockquote><p>Invocations that run as one vector.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/SoftwareAdapter.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const SoftwareAdapter = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  SoftwareAdapter as default
};
