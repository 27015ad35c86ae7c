import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: reducePartials()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/reducePartials.md","filePath":"api/gatewave/plan/functions/reducePartials.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/reducePartials.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-reducepartials" tabindex="-1">Function: reducePartials() <a class="header-anchor" href="#function-reducepartials" aria-label="Permalink to &quot;Function: reducePartials()&quot;">​</a></h1><blockquote><p><strong>reducePartials</strong>(<code>partial</code>, <code>total</code>, <code>partials</code>): <a href="./../interfaces/DispatchPass.html"><code>DispatchPass</code></a></p></blockquote><p><code>total[block][row][column] = Σ_part partial[block][part][row][column]</code></p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="partial" tabindex="-1">partial <a class="header-anchor" href="#partial" aria-label="Permalink to &quot;partial&quot;">​</a></h3><p><code>string</code></p><h3 id="total" tabindex="-1">total <a class="header-anchor" href="#total" aria-label="Permalink to &quot;total&quot;">​</a></h3><p><code>string</code></p><h3 id="partials" tabindex="-1">partials <a class="header-anchor" href="#partials" aria-label="Permalink to &quot;partials&quot;">​</a></h3><p><a href="./../interfaces/Partials.html"><code>Partials</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/DispatchPass.html"><code>DispatchPass</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/reducePartials.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const reducePartials = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  reducePartials as default
};
