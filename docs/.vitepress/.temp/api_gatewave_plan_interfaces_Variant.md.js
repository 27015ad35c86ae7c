import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: Variant","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/Variant.md","filePath":"api/gatewave/plan/interfaces/Variant.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/Variant.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-variant" tabindex="-1">Interface: Variant <a class="header-anchor" href="#interface-variant" aria-label="Permalink to &quot;Interface: Variant&quot;">​</a></h1><p>One way to do an op.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="name" tabindex="-1">name <a class="header-anchor" href="#name" aria-label="Permalink to &quot;name&quot;">​</a></h3><blockquote><p><strong>name</strong>: <code>string</code></p></blockquote><p>Its name among the op&#39;s variants.</p><h2 id="methods" tabindex="-1">Methods <a class="header-anchor" href="#methods" aria-label="Permalink to &quot;Methods&quot;">​</a></h2><h3 id="plan" tabindex="-1">plan() <a class="header-anchor" href="#plan" aria-label="Permalink to &quot;plan()&quot;">​</a></h3><blockquote><p><strong>plan</strong>(): <a href="./Plan.html"><code>Plan</code></a></p></blockquote><h4 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h4><p><a href="./Plan.html"><code>Plan</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/Variant.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Variant = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Variant as default
};
