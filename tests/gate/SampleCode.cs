namespace SwapEdge.Tests.Gate;

/// <summary>The compiled samples, and what the gate refuses in them.</summary>
public sealed class SampleCode : IDisposable
{
    public SampleCode()
    {
        PassAllowances allowances = PassAllowances.Read(
            Path.Combine(Repository.Root, "tests", "gate", "samples", "pass-allowances.txt"));
        Pass = new PassAllocation("SwapEdge.Samples.Refused.Node.Pass", allowances);
        Rules = Gate.Rules(Pass);
        Refused =
        [
            .. Gate.Check(Code, Rules),
            .. Gate.Check(Code, [new PassAllocation("SwapEdge.Samples.Clean.Node.Pass", PassAllowances.None)]),
        ];
    }

    public DeviceCode Code { get; } = new([Built.Samples], Built.SampleCorelib);

    public PassAllocation Pass { get; }

    public IReadOnlyList<Rule> Rules { get; }

    public IReadOnlyList<Finding> Refused { get; }

    public void Dispose() => Code.Dispose();
}
