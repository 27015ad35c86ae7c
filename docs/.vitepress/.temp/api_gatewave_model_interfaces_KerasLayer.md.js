import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: KerasLayer","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/KerasLayer.md","filePath":"api/gatewave/model/interfaces/KerasLayer.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/KerasLayer.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-keraslayer" tabindex="-1">Interface: KerasLayer <a class="header-anchor" href="#interface-keraslayer" aria-label="Permalink to &quot;Interface: KerasLayer&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="classname" tabindex="-1">className <a class="header-anchor" href="#classname" aria-label="Permalink to &quot;className&quot;">​</a></h3><blockquote><p><strong>className</strong>: <code>string</code> | <code>null</code></p></blockquote><p>&#39;LSTM&#39;, &#39;Dense&#39;, …; null where the file has weights only.</p><hr><h3 id="config" tabindex="-1">config <a class="header-anchor" href="#config" aria-label="Permalink to &quot;config&quot;">​</a></h3><blockquote><p><strong>config</strong>: <code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt; | <code>null</code></p></blockquote><p>The layer&#39;s arguments, named as in Python; null where the file has weights only.</p><hr><h3 id="kerasversion" tabindex="-1">kerasVersion <a class="header-anchor" href="#kerasversion" aria-label="Permalink to &quot;kerasVersion&quot;">​</a></h3><blockquote><p><strong>kerasVersion</strong>: <code>string</code> | <code>null</code></p></blockquote><p>Keras&#39;s version; null where the file does not say.</p><hr><h3 id="name" tabindex="-1">name <a class="header-anchor" href="#name" aria-label="Permalink to &quot;name&quot;">​</a></h3><blockquote><p><strong>name</strong>: <code>string</code></p></blockquote><hr><h3 id="weights" tabindex="-1">weights <a class="header-anchor" href="#weights" aria-label="Permalink to &quot;weights&quot;">​</a></h3><blockquote><p><strong>weights</strong>: <a href="./WeightTensor.html"><code>WeightTensor</code></a>[]</p></blockquote><p>In the order of the layer&#39;s get_weights().</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/KerasLayer.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const KerasLayer = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  KerasLayer as default
};
