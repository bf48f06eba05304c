"""Writes the values that the oracle is tested against. Needs mpmath: python3 reference_values.py

The formulas are the textbook ones, in 4000 bits, so that nothing has to be arranged against cancellation.
"""

import json
import random

import mpmath
from mpmath import mpf

mpmath.mp.prec = 4000
random.seed(20260)


def parts(value):
    """[high, low, exponent]: (high + low) 2^exponent to about 107 bits."""
    if value == 0:
        return [0.0, 0.0, 0]
    exponent = int(mpmath.floor(mpmath.log(abs(value), 2)))
    mantissa = mpmath.ldexp(value, -exponent)
    high = float(mantissa)
    return [high, float(mantissa - high), exponent]


def value_of(high, low, exponent):
    return mpmath.ldexp(mpf(high) + mpf(low), exponent)


def number(smallest, largest):
    return parts(mpf(random.choice([-1, 1])) * mpf(2) ** random.uniform(smallest, largest))


# Arithmetic and functions


def softplus(x):
    return mpmath.log(1 + mpmath.exp(x))


FUNCTIONS = {
    "add": (2, lambda a, b: a + b, [(-1, 1), (-60, 60), (-1500, 1500)]),
    "multiply": (2, lambda a, b: a * b, [(-1, 1), (-60, 60), (-1500, 1500)]),
    "divide": (2, lambda a, b: a / b, [(-1, 1), (-60, 60), (-1500, 1500)]),
    "exp": (1, mpmath.exp, [(-1200, -3), (-3, 3), (3, 10), (10, 14)]),
    "log": (1, lambda x: mpmath.log(abs(x)), [(-0.001, 0.001), (-0.6, 0.6), (-10, 10), (-1500, 1500)]),
    "log1p": (1, lambda x: mpmath.log(1 + abs(x)), [(-1200, -20), (-20, 0), (0, 20), (20, 1200)]),
    "softplus": (1, softplus, [(-60, 0), (0, 5), (5, 10)]),
}


def write_functions():
    with open("functions.jsonl", "w") as file:
        for name, (arity, function, ranges) in FUNCTIONS.items():
            for _ in range(10):
                for low, high in ranges:
                    inputs = [number(low, high) for _ in range(arity)]
                    result = function(*[value_of(*x) for x in inputs])
                    file.write(json.dumps({"function": name, "inputs": inputs, "value": parts(result)}) + "\n")


# Heads


def cross_entropy(case, log_probabilities):
    """The reduced loss, what it is divided by, and the coefficients of each row, by the definitions of PyTorch."""
    classes, epsilon = case["classes"], mpf(case["smoothing"])
    weights = [mpf(w) for w in case["weights"] or [1.0] * classes]
    loss, divisor, coefficients = mpf(0), mpf(0), []
    for row, log_p in enumerate(log_probabilities):
        if "labels" in case:
            label = case["labels"][row]
            if label == case["ignore"]:
                coefficients.append(None)
                continue
            target = [mpf(c == label) for c in range(classes)]
            divisor += weights[label]
        else:
            target = [mpf(t) for t in case["targets"][row * classes : (row + 1) * classes]]
            divisor += 1
        u = [w * ((1 - epsilon) * t + epsilon / classes) for w, t in zip(weights, target)]
        coefficients.append(u)
        loss -= sum(u_c * lp for u_c, lp in zip(u, log_p) if u_c != 0)
    return loss, divisor, coefficients


def rows_of(elements, length):
    return [elements[i : i + length] for i in range(0, len(elements), length)]


def softmax_case(kind):
    classes = random.choice([2, 3, 5])
    rows = 3
    spread = random.choice([1, 10, 100, 700])
    case = {
        "classes": classes,
        "temperature": random.choice([1.0, 1.0, 0.5, 0.7, 3.0, 2.0**-20, 2.0**20]),
        "smoothing": random.choice([0.0, 0.0, 0.1, 1e-20, 0.9]),
        "ignore": random.choice([None, None, -100, 1]),
        "weights": random.choice([None, [random.uniform(0, 3) for _ in range(classes)]]),
        "logits": [random.uniform(-spread, spread) for _ in range(rows * classes)],
        "probabilities": [random.random() ** random.choice([1, 40]) for _ in range(rows * classes)],
    }
    if kind == "labels":
        case["labels"] = [0] + [random.choice([case["ignore"] or 0, random.randrange(classes)]) for _ in range(rows - 1)]
        if case["ignore"] is None:
            case["labels"] = [min(max(label, 0), classes - 1) for label in case["labels"]]
    else:
        case["targets"] = [random.choice([0.0, random.random()]) for _ in range(rows * classes)]

    temperature = mpf(case["temperature"])
    distributions = []
    for logits in rows_of(case["logits"], classes):
        terms = [mpmath.exp(mpf(z) / temperature) for z in logits]
        distributions.append([term / sum(terms) for term in terms])
    logs = [[mpmath.log(p) for p in row] for row in distributions]
    loss, divisor, coefficients = cross_entropy(case, logs)
    gradient = []
    for row, u in zip(distributions, coefficients):
        total = sum(u or [])
        gradient += [(p * total - u[c]) / temperature / divisor if u else mpf(0) for c, p in enumerate(row)]
    given = [[mpmath.log(mpf(p)) for p in row] for row in rows_of(case["probabilities"], classes)]
    case["softmax"] = [parts(p) for row in distributions for p in row]
    case["logSoftmax"] = [parts(lp) for row in logs for lp in row]
    case["logSumExp"] = [
        parts(mpmath.log(sum(mpmath.exp(mpf(z) / temperature) for z in row))) for row in rows_of(case["logits"], classes)
    ]
    case["sum"], case["mean"] = parts(loss), parts(loss / divisor)
    case["meanGradient"] = [parts(g) for g in gradient]
    case["meanFromProbabilities"] = parts(cross_entropy(case, given)[0] / divisor)
    return case


def sigmoid_case():
    outputs, rows = random.choice([1, 3]), 2
    spread = random.choice([1, 30, 700])
    epsilon = random.choice([0.0, 0.1, 1e-20, 1e-300])
    case = {
        "outputs": outputs,
        "smoothing": epsilon,
        "weights": random.choice([None, [random.uniform(0, 3) for _ in range(outputs)]]),
        "logits": [random.uniform(-spread, spread) for _ in range(rows * outputs)],
        "targets": [random.choice([0.0, 1.0, random.random()]) for _ in range(rows * outputs)],
        "probabilities": [random.random() ** random.choice([1, 40]) for _ in range(rows * outputs)],
    }
    weights = [mpf(w) for w in (case["weights"] or [1.0] * outputs) * rows]
    targets = [mpf(t) * (1 - mpf(epsilon)) + mpf(epsilon) / 2 for t in case["targets"]]
    logits = [mpf(x) for x in case["logits"]]
    sigmoid = [1 / (1 + mpmath.exp(-x)) for x in logits]
    loss = sum((1 - t) * x + (1 + (w - 1) * t) * softplus(-x) for x, t, w in zip(logits, targets, weights))
    gradient = [((1 - t) * p - w * t * (1 - p)) / outputs / rows for p, t, w in zip(sigmoid, targets, weights)]
    given = [mpf(p) for p in case["probabilities"]]
    of_given = -sum(w * t * mpmath.log(p) + (1 - t) * mpmath.log(1 - p) for p, t, w in zip(given, targets, weights))
    case["sigmoid"] = [parts(p) for p in sigmoid]
    case["logSigmoid"] = [parts(-softplus(-x)) for x in logits]
    case["sum"], case["mean"] = parts(loss / outputs), parts(loss / outputs / rows)
    case["meanGradient"] = [parts(g) for g in gradient]
    case["meanFromProbabilities"] = parts(of_given / outputs / rows)
    return case


def write_heads():
    with open("softmax.jsonl", "w") as file:
        for i in range(40):
            file.write(json.dumps(softmax_case("labels" if i % 2 else "targets")) + "\n")
    with open("sigmoid.jsonl", "w") as file:
        for _ in range(24):
            file.write(json.dumps(sigmoid_case()) + "\n")


write_functions()
write_heads()
