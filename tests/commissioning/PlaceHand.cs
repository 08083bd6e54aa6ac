using SwapEdge.Firmware;

namespace SwapEdge.Tests.Commissioning;

/// <summary>What a technician's hands do at one bay or door, and how it is wired.</summary>
internal sealed class PlaceHand
{
    private const int AskAfterMs = 2_500;
    private const int PressMs = 500;

    private long _asksMs = -1;

    /// <summary>Its level is the other one: pack-present, bay-clear, smoke-free, key, confirm, door-shut, door-open.
    /// </summary>
    public string Worked { get; set; } = "";

    /// <summary>An input that says the same whatever happens.</summary>
    public string Dead { get; set; } = "";

    /// <summary>Is pressed with confirm.</summary>
    public OperatorRequest Asks { get; private set; }

    public bool Confirms { get; private set; }

    public bool Works(string name) => Worked == name && Dead != name;

    /// <summary>Asks for something at the panel of this place, once.</summary>
    public void Ask(OperatorRequest request, long nowMs)
    {
        Asks = request;
        _asksMs = nowMs;
    }

    /// <param name="worked">What a hand is on.</param>
    /// <param name="maintained">Requests count: where they do not, a person waits with them.</param>
    /// <param name="nowMs">Time of the world.</param>
    public void Act(string worked, bool maintained, long nowMs)
    {
        if (Worked == "smoke-free" && worked.Length == 0)
        {
            // A pack that stands there is isolated now; with the detector quiet a person may clear that.
            Ask(OperatorRequest.ClearIsolation, nowMs);
        }

        Worked = worked;
        _asksMs = _asksMs >= 0 && !maintained ? nowMs : _asksMs;
        bool over = _asksMs >= 0 && nowMs - _asksMs >= AskAfterMs + PressMs;
        _asksMs = over ? -1 : _asksMs;
        Asks = over ? OperatorRequest.None : Asks;
        Confirms = _asksMs >= 0 && nowMs - _asksMs >= AskAfterMs;
    }
}
