import { ssrRenderAttrs, ssrRenderAttr } from "vue/server-renderer";
import { _ as _imports_0 } from "./training-page.fzn4ZPBj.js";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"","description":"","frontmatter":{"layout":"home","hero":{"name":"Gatewave","text":"Recurrent networks, fast in the browser","tagline":"LSTM, GRU and attention kernels for TensorFlow.js on WebGPU, and a page that trains a time-series classifier and shows where it looked.","actions":[{"theme":"brand","text":"Get started","link":"/start/series"},{"theme":"alt","text":"API","link":"/api/"}]},"features":[{"title":"You have labelled series","details":"Train a classifier on your own machine, without Python, on a page or from the command line.","link":"/start/series","linkText":"Your own series"},{"title":"You have a slow tf.js model","details":"One line makes its LSTM and GRU layers run as fused kernels, on the same weights.","link":"/start/slow-model","linkText":"A slow tf.js model"},{"title":"You write kernels","details":"Each launch is plain data, each kernel has a float64 reference, and what was tried is written down.","link":"/start/kernel-author","linkText":"Kernels to read"}]},"headers":[],"relativePath":"index.md","filePath":"index.md"}');
const _sfc_main = { name: "index.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><p><img${ssrRenderAttr("src", _imports_0)} alt="The training page after a run: at the top the buttons and the progress; below them some of the waves, the loss and accuracy over time, and six waves with the network&#39;s attention, which gathers on the shaded stretches where the waves were held flat"></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("index.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const index = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  index as default
};
