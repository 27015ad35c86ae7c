import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ModelFiles","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/ModelFiles.md","filePath":"api/gatewave/model/interfaces/ModelFiles.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/ModelFiles.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-modelfiles" tabindex="-1">Interface: ModelFiles <a class="header-anchor" href="#interface-modelfiles" aria-label="Permalink to &quot;Interface: ModelFiles&quot;">​</a></h1><p>The model as files, ready to be written under these names.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="modeljson" tabindex="-1">modelJson <a class="header-anchor" href="#modeljson" aria-label="Permalink to &quot;modelJson&quot;">​</a></h3><blockquote><p><strong>modelJson</strong>: <code>string</code></p></blockquote><p>tf.js layers format with our layers: model.json, which names weights.bin.</p><hr><h3 id="onnx" tabindex="-1">onnx <a class="header-anchor" href="#onnx" aria-label="Permalink to &quot;onnx&quot;">​</a></h3><blockquote><p><strong>onnx</strong>: <code>Uint8Array</code></p></blockquote><p>ONNX, with lengths of the series as a second input.</p><hr><h3 id="safetensors" tabindex="-1">safetensors <a class="header-anchor" href="#safetensors" aria-label="Permalink to &quot;safetensors&quot;">​</a></h3><blockquote><p><strong>safetensors</strong>: <code>Uint8Array</code></p></blockquote><p>The weights under torch&#39;s names.</p><hr><h3 id="stock" tabindex="-1">stock <a class="header-anchor" href="#stock" aria-label="Permalink to &quot;stock&quot;">​</a></h3><blockquote><p><strong>stock</strong>: <a href="./LayersFiles.html"><code>LayersFiles</code></a></p></blockquote><p>The same model built from tf.js&#39;s own layers, which any tf.js program opens.</p><hr><h3 id="weightsbin" tabindex="-1">weightsBin <a class="header-anchor" href="#weightsbin" aria-label="Permalink to &quot;weightsBin&quot;">​</a></h3><blockquote><p><strong>weightsBin</strong>: <code>Uint8Array</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/ModelFiles.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ModelFiles = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ModelFiles as default
};
