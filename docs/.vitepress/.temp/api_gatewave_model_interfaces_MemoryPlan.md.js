import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: MemoryPlan","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/MemoryPlan.md","filePath":"api/gatewave/model/interfaces/MemoryPlan.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/MemoryPlan.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-memoryplan" tabindex="-1">Interface: MemoryPlan <a class="header-anchor" href="#interface-memoryplan" aria-label="Permalink to &quot;Interface: MemoryPlan&quot;">​</a></h1><p>Device memory that a training run would need, known before anything is allocated.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="bytes" tabindex="-1">bytes <a class="header-anchor" href="#bytes" aria-label="Permalink to &quot;bytes&quot;">​</a></h3><blockquote><p><strong>bytes</strong>: <code>number</code></p></blockquote><p>All buffers of the run together.</p><hr><h3 id="dispatchesperstep" tabindex="-1">dispatchesPerStep <a class="header-anchor" href="#dispatchesperstep" aria-label="Permalink to &quot;dispatchesPerStep&quot;">​</a></h3><blockquote><p><strong>dispatchesPerStep</strong>: <code>number</code> | <code>null</code></p></blockquote><p>Null where the backend has no dispatches.</p><hr><h3 id="fits" tabindex="-1">fits <a class="header-anchor" href="#fits" aria-label="Permalink to &quot;fits&quot;">​</a></h3><blockquote><p><strong>fits</strong>: <code>boolean</code></p></blockquote><hr><h3 id="largestbuffer" tabindex="-1">largestBuffer <a class="header-anchor" href="#largestbuffer" aria-label="Permalink to &quot;largestBuffer&quot;">​</a></h3><blockquote><p><strong>largestBuffer</strong>: <code>number</code></p></blockquote><p>The largest single buffer, and what it holds.</p><hr><h3 id="largestbuffername" tabindex="-1">largestBufferName <a class="header-anchor" href="#largestbuffername" aria-label="Permalink to &quot;largestBufferName&quot;">​</a></h3><blockquote><p><strong>largestBufferName</strong>: <code>string</code></p></blockquote><hr><h3 id="message" tabindex="-1">message <a class="header-anchor" href="#message" aria-label="Permalink to &quot;message&quot;">​</a></h3><blockquote><p><strong>message</strong>: <code>string</code></p></blockquote><p>One sentence with the sizes; where it doesn&#39;t fit, what to make smaller.</p><hr><h3 id="parameters" tabindex="-1">parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;parameters&quot;">​</a></h3><blockquote><p><strong>parameters</strong>: <code>number</code></p></blockquote><p>Trainable parameters of the model.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/MemoryPlan.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const MemoryPlan = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  MemoryPlan as default
};
