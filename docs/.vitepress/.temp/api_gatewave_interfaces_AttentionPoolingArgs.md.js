import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AttentionPoolingArgs","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/AttentionPoolingArgs.md","filePath":"api/gatewave/interfaces/AttentionPoolingArgs.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/AttentionPoolingArgs.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-attentionpoolingargs" tabindex="-1">Interface: AttentionPoolingArgs <a class="header-anchor" href="#interface-attentionpoolingargs" aria-label="Permalink to &quot;Interface: AttentionPoolingArgs&quot;">​</a></h1><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><code>LayerArgs</code></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="kernelinitializer" tabindex="-1">kernelInitializer? <a class="header-anchor" href="#kernelinitializer" aria-label="Permalink to &quot;kernelInitializer?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>kernelInitializer?</strong>: <code>InitializerIdentifier</code></p></blockquote><p>Initializer of kernel and query; &#39;glorotUniform&#39; by default. The bias starts at 0.</p><hr><h3 id="returnweights" tabindex="-1">returnWeights? <a class="header-anchor" href="#returnweights" aria-label="Permalink to &quot;returnWeights?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>returnWeights?</strong>: <code>boolean</code></p></blockquote><p>Whether the attention weights, [batch, time], follow the context.</p><hr><h3 id="score" tabindex="-1">score? <a class="header-anchor" href="#score" aria-label="Permalink to &quot;score?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>score?</strong>: <code>&quot;additive&quot;</code> | <code>&quot;dot&quot;</code></p></blockquote><p>How a step is scored: &#39;additive&#39; (default) query·tanh(y·kernel + bias), &#39;dot&#39; query·y/√features.</p><hr><h3 id="units" tabindex="-1">units? <a class="header-anchor" href="#units" aria-label="Permalink to &quot;units?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>units?</strong>: <code>number</code></p></blockquote><p>Units of the additive score&#39;s hidden layer; leave it out for &#39;dot&#39;.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/AttentionPoolingArgs.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AttentionPoolingArgs = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AttentionPoolingArgs as default
};
