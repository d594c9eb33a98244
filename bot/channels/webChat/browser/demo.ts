// The button on the demo page that copies the tag.
const button = document.querySelector<HTMLButtonElement>('#copy')!;
const tag = document.querySelector('#tag')!;

button.addEventListener('click', () => {
  navigator.clipboard.writeText(tag.textContent).then(
    () => {
      document.querySelector('#copied')!.textContent = button.dataset['done']!;
    },
    () => {
      // Not allowed to write: then it is marked, to be copied by hand.
      getSelection()?.selectAllChildren(tag);
    },
  );
});
