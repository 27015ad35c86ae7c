import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: torchShapes()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/torchShapes.md","filePath":"api/gatewave/model/functions/torchShapes.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/torchShapes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-torchshapes" tabindex="-1">Function: torchShapes() <a class="header-anchor" href="#function-torchshapes" aria-label="Permalink to &quot;Function: torchShapes()&quot;">​</a></h1><blockquote><p><strong>torchShapes</strong>(<code>sizes</code>): <code>Map</code>&lt;<code>string</code>, <code>number</code>[]&gt;</p></blockquote><p>The torch tensors of a classifier with these sizes: name to shape.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="sizes" tabindex="-1">sizes <a class="header-anchor" href="#sizes" aria-label="Permalink to &quot;sizes&quot;">​</a></h3><p><a href="./../interfaces/ClassifierSizes.html"><code>ClassifierSizes</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Map</code>&lt;<code>string</code>, <code>number</code>[]&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/torchShapes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const torchShapes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  torchShapes as default
};
