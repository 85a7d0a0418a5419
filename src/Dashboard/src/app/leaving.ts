let free = false;

/** Whether what was typed may go without asking: whoever typed it is not there any more. */
export const leavesFreely = () => free;

/** Goes to an address with a new page. What is open is another user's now, so nobody is asked about it. */
export function leaveFor(address: string) {
  free = true;
  window.location.assign(address);
}
