import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Limits","description":"","frontmatter":{},"headers":[],"relativePath":"limits.md","filePath":"limits.md"}');
const _sfc_main = { name: "limits.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="limits" tabindex="-1">Limits <a class="header-anchor" href="#limits" aria-label="Permalink to &quot;Limits&quot;">​</a></h1><ul><li>The classifier has one recurrent layer, a bidirectional LSTM. In a tf.js model of your own, LSTM and GRU layers can be stacked.</li><li>Dropout between the steps of a recurrent layer, and activations other than five, are not in the kernels: <code>fuse</code> leaves such layers to tf.js, and Gatewave&#39;s own layers refuse them.</li><li>A run takes series of one length, and CSV files have one value a time step. The ops take several channels and <code>lengths</code>.</li><li><code>lengths</code> must be from 1 to the number of time steps, and labels must be valid classes. The CPU backend checks the values; on a GPU they would have to be read back, so there they are not checked.</li><li>With more units than fit into a workgroup&#39;s memory (256 at WebGPU&#39;s default limits, more where the adapter has more), the plan takes the step family, whose dispatches grow with the number of time steps.</li><li>Unless you <a href="./tuning.html">tune</a>, a rule chooses the variant of a kernel.</li><li>float32 only, no second derivatives, and TensorFlow.js 4.22.</li><li>Kernels are for the backends <code>webgpu</code> and <code>cpu</code>; on others the ops are composed of tf.js&#39;s own, which is slow.</li><li>No GPU was at hand: measurements are from software adapters, and figures for GPUs are predictions.</li><li>A lost GPU device ends a run of the command line. The training page opens the device again and continues from its last checkpoint.</li></ul></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("limits.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const limits = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  limits as default
};
