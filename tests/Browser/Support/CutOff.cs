namespace ShuangDa.Tests.Browser.Support;

/// <summary>What of a page cannot be read in the window that it is shown in.</summary>
internal static class CutOff
{
    /// <summary>Says what is cut off and by what: texts, fields, pictures, and the words that stand in an empty field.</summary>
    public const string Found = """
        () => {
          const wrong = [];
          const wide = document.documentElement.clientWidth;
          const named = (el) => [el.tagName.toLowerCase(), ...el.classList].join('.');
          const say = (what, el) => wrong.push(`${what}: ${named(el)}: ${(el.innerText ?? el.placeholder ?? '').trim().slice(0, 60)}`);
          const hides = (overflow) => /hidden|clip/.test(overflow);
          const isScrolled = (overflow, inside, room) => /auto|scroll/.test(overflow) && inside > room;
          // What cuts a part off: something around it that hides what is beyond it, or at last the window. What can be scrolled is reached
          // wherever it is, so from there on its frame counts.
          const cutBy = (box, from) => {
            let { left, right, top, bottom } = box;
            for (let at = from; at && at !== document.documentElement; at = at.parentElement) {
              const { overflowX, overflowY, position } = getComputedStyle(at);
              const frame = at.getBoundingClientRect();
              const middle = (top + bottom) / 2;
              // What a table measures its columns by has no height, and is not meant to be seen.
              if (frame.height === 0 && hides(overflowY)) return null;
              if (isScrolled(overflowX, at.scrollWidth, at.clientWidth)) ({ left, right } = frame);
              else if (hides(overflowX) && (right > frame.right + 1 || left < frame.left - 1)) return at;
              if (isScrolled(overflowY, at.scrollHeight, at.clientHeight)) ({ top, bottom } = frame);
              else if (hides(overflowY) && (middle > frame.bottom || middle < frame.top)) return at;
              if (position === 'fixed') break;
            }
            return right > wide + 1 || left < -1 ? document.documentElement : null;
          };
          const pen = document.createElement('canvas').getContext('2d');
          const holdsHint = (input) => {
            const { font, paddingLeft, paddingRight } = getComputedStyle(input);
            pen.font = font;
            return pen.measureText(input.placeholder).width <= input.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) + 1;
          };
          const linesOf = (text) => {
            const range = document.createRange();
            range.selectNodeContents(text);
            return [...range.getClientRects()].filter(({ width }) => width >= 1);
          };
          for (const el of document.body.querySelectorAll('*')) {
            const box = el.getBoundingClientRect();
            // What is only heard, and the link past the menu until it is reached, are seen by nobody.
            if (!el.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || box.width <= 1 || box.right <= 0) continue;
            if (el.matches('input') && !el.value && el.placeholder && !holdsHint(el)) say('its hint is cut off', el);
            if (el.matches('input:not([type=file]), textarea, button, img, canvas')) {
              const by = cutBy(box, el.parentElement);
              if (by) say(`cut off by ${named(by)}`, el);
            }
            const texts = [...el.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
            const by = texts.flatMap(linesOf).map((line) => cutBy(line, el)).find((one) => one);
            if (by) say(`its text is cut off by ${named(by)}`, el);
          }
          return [...new Set(wrong)];
        }
        """;
}
