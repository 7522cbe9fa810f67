/**
 * Three customers on a line through the depot at 0: at 3, 4 and -5. Each takes 1 to serve; two vehicles carry 2 each. The
 * customer at 4 opens at 20, the depot closes at 40. All of it in tenths: 0 → 3 → 4 → 0 is 8 long, 0 → -5 → 0 is 10 long.
 */
export const TINY_SOLOMON = `tiny

VEHICLE
NUMBER     CAPACITY
  2          2

CUSTOMER
CUST NO.  XCOORD.    YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

    0      0          0          0          0         40          0
    1      3          0          1          0         30          1
    2      4          0          1         20         30          1
    3     -5          0          1          0         30          1
`;

/** The same customers without times, one of them off the line by less than half. */
export const TINY_CVRP = `NAME :\ttiny
COMMENT : "made up"
TYPE : CVRP
DIMENSION : 4
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 2
NODE_COORD_SECTION
1 0 0
2 3 1
3 4 0
4 -5 0
DEMAND_SECTION
1 0
2 1
3 1
4 1
DEPOT_SECTION
1
-1
EOF
`;

/** The same with prizes: the customer at -5 is worth less than the way there. */
export const TINY_PCVRPTW = `NAME : tiny
TYPE : PCVRPTW
DIMENSION : 4
VEHICLES : 2
CAPACITY : 2
SERVICE_TIME : 1
EDGE_WEIGHT_TYPE : EUC_2D
NODE_COORD_SECTION
1 0 0
2 3 0
3 4 0
4 -5 0
DEMAND_SECTION
1 0
2 1
3 1
4 1
TIME_WINDOW_SECTION
1 0 40
2 0 30
3 20 30
4 0 30
PRIZE_SECTION
1 0
2 90
3 90
4 9
DEPOT_SECTION
1
-1
EOF
`;
