using System.Collections;

namespace SwapEdge.Samples.Refused
{
    public static class StateMachine
    {
        public static IEnumerable Numbers() // refused: state-machine
        { // refused: generic-use
            yield return "one";
        }
    }
}
