import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: Initialisation","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/Initialisation.md","filePath":"api/gatewave/model/type-aliases/Initialisation.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/Initialisation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-initialisation" tabindex="-1">Type Alias: Initialisation <a class="header-anchor" href="#type-alias-initialisation" aria-label="Permalink to &quot;Type Alias: Initialisation&quot;">​</a></h1><blockquote><p><strong>Initialisation</strong> = <code>&quot;torch&quot;</code> | <code>&quot;keras&quot;</code> | <code>&quot;wide&quot;</code></p></blockquote><p>&#39;torch&#39;: the defaults of torch&#39;s nn.LSTM and nn.Linear, uniform within ±1/√units and ±1/√inputs. &#39;keras&#39;: Glorot-uniform kernels, orthogonal recurrent kernels, forget bias 1. &#39;wide&#39;: like torch, but the LSTM&#39;s kernels are uniform within ±8/√channels. Torch scales them by the units, so that a single channel reaches the gates as a few tenths of its value and training waits a thousand steps on a plateau until the kernels have grown.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/Initialisation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const Initialisation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  Initialisation as default
};
