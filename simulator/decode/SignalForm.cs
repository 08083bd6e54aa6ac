using SwapEdge.Protocol;

namespace SwapEdge.Simulator;

/// <summary>How one signal is shown: its name without the unit, the unit, and what its values mean.</summary>
public sealed class SignalForm
{
    private readonly long _signal;
    private readonly Unit _unit;
    private readonly string _name;
    private readonly Func<uint, string?> _words;
    private readonly bool _negativeCharges;

    /// <param name="message">The protocol's class that declares it.</param>
    /// <param name="name">Name of the signal, which ends with its unit.</param>
    /// <param name="signal">Where it lies.</param>
    public SignalForm(Type message, string name, long signal)
    {
        ArgumentNullException.ThrowIfNull(message);
        _signal = signal;
        _unit = Unit.Of(name);
        _name = _unit.Strip(name);
        _words = ValueWords.For(message, name, signal);
        _negativeCharges = _unit.Suffix is "Ma" && message.Name is nameof(Bcl) or nameof(Bcs) or nameof(Ccs);
    }

    public bool Fits(int payloadLength) => _signal.Fits(payloadLength);

    public FieldValue Read(byte[] data, int currentShiftMa)
    {
        uint raw = _signal.Raw(data);
        string? means = _words(raw);
        if (!_signal.IsAvailable(data) && means is null or "not used" or "not defined")
        {
            return new FieldValue(_name, null, _unit.Symbol, Quality.NotAvailable, null);
        }

        long value = _signal.LengthOf() == 32 ? raw : _signal.Read(data);
        value += _unit.Suffix is "Ma" ? currentShiftMa : 0;
        means ??= _negativeCharges && value < 0 ? "charging" : null;
        Quality quality = means is "untrusted" or "invalid" or "not defined" ? Quality.Abnormal : Quality.Valid;
        return new FieldValue(_name, _unit.Scale(value), _unit.Symbol, quality, means);
    }
}
