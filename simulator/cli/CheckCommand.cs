using System.CommandLine;
using SwapEdge.Firmware;

namespace SwapEdge.Simulator;

/// <summary><c>swapsim check [PROFILE...]</c>.</summary>
public static class CheckCommand
{
    public static Command Create()
    {
        Argument<string[]> names = new("PROFILE") { Description = "x", Arity = ArgumentArity.ZeroOrMore };
        Command command = new("check", "Proves.") { names };
        command.SetAction(parsed => Run(parsed.GetValue(names) ?? [], parsed.InvocationConfiguration.Output));
        return command;
    }

    public static int Run(string[] names, TextWriter output)
    {
        SwapProfile[] all =
        [
            TopLiftTruck.Profile(), TopLiftTruck.WithPacks(3), BottomSwapCar.Profile(), BatteryCabinet.Profile(),
            WheelLoader.Profile(), PortTractor.Profile(),
        ];
        foreach (SwapProfile profile in all.Where(profile => names.Length == 0 || names.Contains(profile.Name)))
        {
            ProfileProof proof = ProfileProof.Of(profile, 2);
            output.WriteLine($"{proof.Name}: {proof.Spots} states, {proof.Transitions} transitions, {proof.Readings} readings, {proof.ExploreSeconds:F2} {proof.Seconds:F2} s; hand {proof.ByHand}");
            foreach (Finding finding in proof.Findings)
            {
                output.WriteLine($"  {(finding.Broken is null ? "ok" : "NO")} {finding.Tried,12} {finding.Name}{finding.Broken}");
            }

            foreach (RealFinding real in proof.Steps.Real.Where(real => real.Possible))
            {
                output.WriteLine($"  real {real.Survives(2)} {real.Name} {real.Broken[0]} {real.Broken[1]}");
            }

            foreach (string row in proof.DeadRows)
            {
                output.WriteLine($"  dead: {row}");
            }
        }

        return 0;
    }
}
