namespace SwapEdge.Simulator;

/// <summary>Something that happens in a scenario.</summary>
/// <param name="Trigger">When.</param>
/// <param name="Form">What.</param>
/// <param name="Arguments">What exactly, by the form's parameters.</param>
/// <param name="ForMs">How long, where the form lasts; null: see <see cref="ActionForm.UsualMs"/>.</param>
/// <param name="Place">Where it is said.</param>
public sealed record Happening(Trigger Trigger, ActionForm Form, Arguments Arguments, long? ForMs, Place Place);
