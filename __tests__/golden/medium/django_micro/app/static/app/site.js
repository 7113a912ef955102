// The pages work without this: it folds the navigation into a button where the window is narrow.
document.documentElement.classList.add('has-script');

document.addEventListener('DOMContentLoaded', () => {
  const button = document.querySelector('.menu-button');
  const navigation = document.querySelector('.site-nav');
  if (!button || !navigation) return;
  button.addEventListener('click', () => {
    const isOpen = navigation.classList.toggle('is-open');
    button.setAttribute('aria-expanded', String(isOpen));
  });
});
