import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: InputSpec","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/InputSpec.md","filePath":"api/gatewave/plan/interfaces/InputSpec.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/InputSpec.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-inputspec" tabindex="-1">Interface: InputSpec <a class="header-anchor" href="#interface-inputspec" aria-label="Permalink to &quot;Interface: InputSpec&quot;">​</a></h1><p>A tensor that the plan reads.</p><h2 id="extends" tabindex="-1">Extends <a class="header-anchor" href="#extends" aria-label="Permalink to &quot;Extends&quot;">​</a></h2><ul><li><a href="./TensorSpec.html"><code>TensorSpec</code></a></li></ul><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="dtype" tabindex="-1">dtype <a class="header-anchor" href="#dtype" aria-label="Permalink to &quot;dtype&quot;">​</a></h3><blockquote><p><strong>dtype</strong>: <code>&quot;float32&quot;</code> | <code>&quot;int32&quot;</code></p></blockquote><h4 id="inherited-from" tabindex="-1">Inherited from <a class="header-anchor" href="#inherited-from" aria-label="Permalink to &quot;Inherited from&quot;">​</a></h4><p><a href="./TensorSpec.html"><code>TensorSpec</code></a>.<a href="./TensorSpec.html#dtype"><code>dtype</code></a></p><hr><h3 id="name" tabindex="-1">name <a class="header-anchor" href="#name" aria-label="Permalink to &quot;name&quot;">​</a></h3><blockquote><p><strong>name</strong>: <code>string</code></p></blockquote><h4 id="inherited-from-1" tabindex="-1">Inherited from <a class="header-anchor" href="#inherited-from-1" aria-label="Permalink to &quot;Inherited from&quot;">​</a></h4><p><a href="./TensorSpec.html"><code>TensorSpec</code></a>.<a href="./TensorSpec.html#name"><code>name</code></a></p><hr><h3 id="range" tabindex="-1">range? <a class="header-anchor" href="#range" aria-label="Permalink to &quot;range?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>range?</strong>: [<code>number</code>, <code>number</code>]</p></blockquote><p>Smallest and largest meaningful value, for making up inputs to time a plan: valid lengths, say. Default ±0.5, or 0 and 1 for int32.</p><hr><h3 id="shape" tabindex="-1">shape <a class="header-anchor" href="#shape" aria-label="Permalink to &quot;shape&quot;">​</a></h3><blockquote><p><strong>shape</strong>: <code>number</code>[]</p></blockquote><h4 id="inherited-from-2" tabindex="-1">Inherited from <a class="header-anchor" href="#inherited-from-2" aria-label="Permalink to &quot;Inherited from&quot;">​</a></h4><p><a href="./TensorSpec.html"><code>TensorSpec</code></a>.<a href="./TensorSpec.html#shape"><code>shape</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/InputSpec.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const InputSpec = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  InputSpec as default
};
