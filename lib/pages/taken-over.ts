/** The event of a document that React has taken over: from here on it hears what is pressed. */
export type TakenOverEvent = 'unfragile:taken-over';
