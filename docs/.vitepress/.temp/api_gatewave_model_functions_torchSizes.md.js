import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: torchSizes()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/torchSizes.md","filePath":"api/gatewave/model/functions/torchSizes.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/torchSizes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-torchsizes" tabindex="-1">Function: torchSizes() <a class="header-anchor" href="#function-torchsizes" aria-label="Permalink to &quot;Function: torchSizes()&quot;">​</a></h1><blockquote><p><strong>torchSizes</strong>(<code>state</code>): <a href="./../interfaces/ClassifierSizes.html"><code>ClassifierSizes</code></a></p></blockquote><p>Sizes of the classifier whose state this is, after checking that every tensor is there and has the right shape.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="state" tabindex="-1">state <a class="header-anchor" href="#state" aria-label="Permalink to &quot;state&quot;">​</a></h3><p><a href="./../type-aliases/NamedTensors.html"><code>NamedTensors</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/ClassifierSizes.html"><code>ClassifierSizes</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>WeightsError naming the tensor that is missing, not expected, or of the wrong shape.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/torchSizes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const torchSizes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  torchSizes as default
};
