import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: registerKernels()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/functions/registerKernels.md","filePath":"api/gatewave/functions/registerKernels.md"}');
const _sfc_main = { name: "api/gatewave/functions/registerKernels.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-registerkernels" tabindex="-1">Function: registerKernels() <a class="header-anchor" href="#function-registerkernels" aria-label="Permalink to &quot;Function: registerKernels()&quot;">​</a></h1><blockquote><p><strong>registerKernels</strong>(): <code>void</code></p></blockquote><p>Registers the kernels for the &#39;cpu&#39; and &#39;webgpu&#39; backends of TensorFlow.js, and their gradients. Call it once before the first op; further calls do nothing. The backends themselves are registered by importing &#39;@tensorflow/tfjs-backend-cpu&#39; or &#39;@tensorflow/tfjs-backend-webgpu&#39;.</p><p>A bundle of &#39;@tensorflow/tfjs-core&#39; alone has no gradients of tf.js&#39;s own ops, not even Reshape&#39;s. To train with it, import &#39;@tensorflow/tfjs-core/dist/register_all_gradients&#39;; &#39;@tensorflow/tfjs-layers&#39; does so by itself.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>void</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/functions/registerKernels.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const registerKernels = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  registerKernels as default
};
