import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: AdamState","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/AdamState.md","filePath":"api/gatewave/interfaces/AdamState.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/AdamState.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-adamstate" tabindex="-1">Interface: AdamState <a class="header-anchor" href="#interface-adamstate" aria-label="Permalink to &quot;Interface: AdamState&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="gradients" tabindex="-1">gradients <a class="header-anchor" href="#gradients" aria-label="Permalink to &quot;gradients&quot;">​</a></h3><blockquote><p><strong>gradients</strong>: <code>Tensor</code>&lt;<code>Rank</code>&gt;[]</p></blockquote><p>Shaped as the parameters.</p><hr><h3 id="moments" tabindex="-1">moments <a class="header-anchor" href="#moments" aria-label="Permalink to &quot;moments&quot;">​</a></h3><blockquote><p><strong>moments</strong>: <a href="./AdamMoments.html"><code>AdamMoments</code></a></p></blockquote><hr><h3 id="parameters" tabindex="-1">parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;parameters&quot;">​</a></h3><blockquote><p><strong>parameters</strong>: <code>Tensor</code>&lt;<code>Rank</code>&gt;[]</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/AdamState.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const AdamState = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  AdamState as default
};
