import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: EndEvent","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/EndEvent.md","filePath":"api/gatewave/model/interfaces/EndEvent.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/EndEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-endevent" tabindex="-1">Interface: EndEvent <a class="header-anchor" href="#interface-endevent" aria-label="Permalink to &quot;Interface: EndEvent&quot;">​</a></h1><p>Sent once, at the end of each run; the model then holds the best weights.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="bestepoch" tabindex="-1">bestEpoch <a class="header-anchor" href="#bestepoch" aria-label="Permalink to &quot;bestEpoch&quot;">​</a></h3><blockquote><p><strong>bestEpoch</strong>: <code>number</code></p></blockquote><p>1-based; 0 when no epoch was finished, and the weights are the latest ones.</p><hr><h3 id="epochs" tabindex="-1">epochs <a class="header-anchor" href="#epochs" aria-label="Permalink to &quot;epochs&quot;">​</a></h3><blockquote><p><strong>epochs</strong>: <code>number</code></p></blockquote><p>Whole epochs done.</p><hr><h3 id="reason" tabindex="-1">reason <a class="header-anchor" href="#reason" aria-label="Permalink to &quot;reason&quot;">​</a></h3><blockquote><p><strong>reason</strong>: <a href="./../type-aliases/EndReason.html"><code>EndReason</code></a></p></blockquote><hr><h3 id="seconds" tabindex="-1">seconds <a class="header-anchor" href="#seconds" aria-label="Permalink to &quot;seconds&quot;">​</a></h3><blockquote><p><strong>seconds</strong>: <code>number</code></p></blockquote><hr><h3 id="type" tabindex="-1">type <a class="header-anchor" href="#type" aria-label="Permalink to &quot;type&quot;">​</a></h3><blockquote><p><strong>type</strong>: <code>&quot;end&quot;</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/EndEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const EndEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  EndEvent as default
};
